import { deliveryReportOf } from './delivery-report.js';
import { aReport } from './delivery-report.testing.js';

const failed = (status: string, diagnostic = ''): string => `Final-Recipient: rfc822; weg@beispiel.test\nAction: failed\nStatus: ${status}${diagnostic}`;

describe('a report of a mail server', () => {
  it('says that a mail was given up, where it was addressed to, and why', () => {
    expect(deliveryReportOf(aReport())).toEqual({ id: '<4fBx@mx.example.org>', addressedTo: ['bounces+abc@example.org'], code: 551 });
  });

  it.each([
    ['line ends of the network', aReport().replaceAll('\n', '\r\n')],
    ['the line of a mailbox file', `From MAILER-DAEMON Sun Nov 22 15:32:20 2026\n${aReport()}`],
    ['folded headers and a bare boundary', aReport({ type: 'Content-Type:\n multipart/REPORT;\n REPORT-type="delivery-status"; boundary=4fBx.1795/mx.example.org' })],
  ])('is read with %s', (_with, raw) => {
    expect(deliveryReportOf(raw)?.code).toBe(551);
  });

  it.each<readonly [string, string, number]>([
    ['5.1.1', '', 550],
    ['4.4.7', '', 450],
    ['5.2.2', '\nDiagnostic-Code: smtp; 552 5.2.2 mailbox full', 552],
    ['5.7.129', '\nDiagnostic-Code: smtp; 550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission', 550],
    ['5.4.4', '\nDiagnostic-Code: X-Postfix; Host or domain name not found', 550],
  ])('with status %s%s stands for %s', (status, diagnostic, code) => {
    expect(deliveryReportOf(aReport({ recipient: failed(status, diagnostic) }))?.code).toBe(code);
  });

  it('names every header that can hold the return address', () => {
    expect(deliveryReportOf(aReport({ to: 'postmaster@example.org', head: 'X-Original-To: bounces+abc@example.org\nDelivered-To: kasten@example.org' }))?.addressedTo).toEqual([
      'kasten@example.org', 'bounces+abc@example.org', 'postmaster@example.org',
    ]);
  });

  it.each([
    ['what a filter takes for spam', aReport({ recipient: failed('5.7.1', '\nDiagnostic-Code: smtp; 550 5.7.1 Message rejected as spam') })],
    ['a filter that asked to come again until it was given up', aReport({ recipient: failed('4.7.1', '\nDiagnostic-Code: smtp; 451 4.7.1 Service unavailable, client host blocked') })],
    ['a delay', aReport({ recipient: 'Final-Recipient: rfc822; weg@beispiel.test\nAction: delayed\nStatus: 4.4.1' })],
    ['a delivery', aReport({ recipient: 'Final-Recipient: rfc822; weg@beispiel.test\nAction: delivered\nStatus: 2.0.0' })],
    ['one of several it was passed on to', aReport({ recipient: `${failed('5.1.1')}\n\nFinal-Recipient: rfc822; da@beispiel.test\nAction: relayed\nStatus: 2.0.0` })],
    ['no status', aReport({ recipient: 'Final-Recipient: rfc822; weg@beispiel.test\nAction: failed' })],
    ['no recipient', aReport({ status: 'Reporting-MTA: dns; mx.example.org' })],
    ['an absence', 'From: jemand@beispiel.test\nTo: bounces+abc@example.org\nAuto-Submitted: auto-replied\nSubject: Nicht im Büro\n\nAction: failed\nStatus: 5.1.1\n'],
    ['a report of reading', aReport({ type: 'Content-Type: multipart/report; report-type=disposition-notification; boundary="4fBx.1795/mx.example.org"' })],
    ['a report within somebody’s mail', `To: bounces+abc@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n${aReport()}\n--x--\n`],
    ['nothing', ''],
    ['line ends', '\n\n\n'],
  ])('that is %s says nothing', (_what, raw) => {
    expect(deliveryReportOf(raw)).toBeNull();
  });

  it('is read in a moment, whatever its megabyte is made of', () => {
    const filled = (piece: string): string => piece.repeat(Math.floor(1_000_000 / piece.length));
    for (const piece of ['\n', ' \n\t', 'a:', '--4fBx.1795/mx.example.org\n', '\n\n \n', 'Action: failed\nStatus: 5.1.1\n\n', ';', '; a=', '; a="', '<', 'a', 'a@']) {
      const began = process.threadCpuUsage();
      deliveryReportOf(aReport({ status: filled(piece) }));
      deliveryReportOf(`Content-Type: multipart/report${filled(piece)}\n\n`);
      deliveryReportOf(aReport({ recipient: failed('5.7.1', `\nDiagnostic-Code: smtp; 550 5.7.1 ${filled(piece)}`) }));
      expect(process.threadCpuUsage(began).user).toBeLessThan(3_000_000);
    }
  });
});
