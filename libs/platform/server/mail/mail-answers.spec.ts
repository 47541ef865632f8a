import { isAboutAddress } from './mail-answers.js';

describe('a refusal for good', () => {
  it.each([
    '550 5.1.1 <relay@example.org> no such mailbox',
    '550 no such user',
    '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized [MX1.example.org]',
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated',
    '550 5.7.124 Sender not in allowed-senders list',
    '550 5.7.2 mailing list expansion prohibited',
    '554 5.7.1 <relay@spam.example.org>: Recipient address rejected: Access denied',
    '550-5.7.1 This mailbox takes no mail from outside',
  ])('says something of the address: %s', (answer) => {
    expect(isAboutAddress(answer)).toBe(true);
  });

  it.each([
    '554 5.7.1 <juergen@example.org>: Relay access denied',
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    '550 5.7.23 <juergen@example.org>: Recipient address rejected: Message rejected due to: SPF fail - not authorized',
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated.',
    '550 5.7.1 Access denied',
    '554 5.7.1 <mailbox@example.org>: Access denied',
    'smtp; 550 5.7.1 Message rejected as spam by Content Filtering',
    '4.7.1 smtp; 451 4.7.1 Service unavailable, try again later',
    '4.7.650 smtp; 451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation',
  ])('says nothing of it, but of us: %s', (answer) => {
    expect(isAboutAddress(answer)).toBe(false);
  });

  it.each(['<', '< ', 'a', '@', 'a@', 'a<b@', '<a>'])('is read in a moment, also a million signs of %s', (piece) => {
    const answer = `550 5.7.1 ${piece.repeat(Math.floor(1_000_000 / piece.length))}`;
    const began = process.threadCpuUsage();
    expect(isAboutAddress(answer)).toBe(false);
    expect(process.threadCpuUsage(began).user).toBeLessThan(1_000_000);
  });
});
