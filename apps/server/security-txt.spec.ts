import { securityText } from './security-txt.js';

const expiresAt = new Date('2027-03-01T00:00:00Z');

describe('security.txt', () => {
  it('names contact, end, languages and its own address', () => {
    expect(securityText('https://stadt.example/sicherheit', expiresAt, 'https://wissen.example')).toBe(
      'Contact: https://stadt.example/sicherheit\n' +
        'Expires: 2027-03-01T00:00:00.000Z\n' +
        'Preferred-Languages: de, en\n' +
        'Canonical: https://wissen.example/.well-known/security.txt\n',
    );
  });

  it('makes an address of a bare mail address', () => {
    expect(securityText('sicherheit@stadt.example', expiresAt, 'https://wissen.example')).toMatch(/^Contact: mailto:sicherheit@stadt\.example\n/);
  });

  it.each(['', 'ruf an', 'http://stadt.example', 'javascript:alert(1)', 'https://stadt.example\nExpires: 2099-01-01T00:00:00Z'])('refuses the contact %j', (contact) => {
    expect(() => securityText(contact, expiresAt, 'https://wissen.example')).toThrow(RangeError);
  });
});
