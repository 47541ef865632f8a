import { createServer, type AddressInfo, type Server } from 'node:net';
import { listenFault, portFault } from './port.js';

async function listening(port: number): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

describe('before listening', () => {
  it('a taken port is named with a free one, a free one is no fault', async () => {
    const { server, port } = await listening(0);
    const fault = await portFault(port, '127.0.0.1');
    expect(fault).toMatch(new RegExp(`^Der Port ${port} ist belegt`));
    expect(fault).toMatch(/PORT=[1-9]\d* npm start$/);
    await new Promise((resolve) => server.close(resolve));
    expect(await portFault(port, '127.0.0.1')).toBeNull();
  });

  it('no port is offered above the highest', async () => {
    const { server } = await listening(65_535);
    expect(await portFault(65_535, '127.0.0.1')).toBe('Der Port 65535 ist belegt. Setzen Sie PORT auf einen freien.\nPort 65535 is taken. Set PORT to a free one.');
    await new Promise((resolve) => server.close(resolve));
  });

  it('an address of another machine is not called taken', async () => {
    // 192.0.2.0/24 is kept for examples: no machine has it.
    expect(await portFault(3000, '192.0.2.1')).toBe(listenFault('EADDRNOTAVAIL'));
    expect(listenFault('EADDRNOTAVAIL')).toMatch(/^An dieser Adresse .+\nThis machine cannot/);
  });

  it('a forbidden port has a sentence of its own', () => {
    expect(listenFault('EACCES')).toMatch(/nicht erlaubt.+\n.+may not use/);
  });
});
