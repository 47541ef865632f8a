/** RFC 3463: security and policy. It can be said of the recipient, and of whoever sends. */
const OF_POLICY = /(?:^|[\s#(-])[45]\.7\.(\d{1,3})(?!\d)/;

/**
 * Codes that speak of the recipient alone: a list that strangers may not write to (RFC 3463), a mailbox or domain that
 * belongs to somebody else by now (RFC 7293), mailboxes and groups closed to senders from outside (Exchange).
 */
const OF_RECIPIENT = new Set([2, 17, 18, 124, 129, 133, 134, 135, 136]);

const NAMES_RECIPIENT = /RESOLVER\.RST|recipient|mailbox|mailing list|group/i;
const NAMES_SENDER = /relay|sender|client|host|server|spf|dkim|dmarc|spam|bulk|block|black|reputation|polic|authenti|\brate\b|\bip\b/i;

/**
 * Whether a refusal for good (5xx, or 4xx until it was given up) says something of the address. Of policy this is so only
 * where the answer says it: "relay access denied" is an answer to us, may be given for each address, and must not end
 * mail to all of them.
 * @param answer as the server gave it, codes in front.
 */
export function isAboutAddress(answer: string): boolean {
  const [, detail] = OF_POLICY.exec(answer) ?? [];
  if (detail === undefined || OF_RECIPIENT.has(Number(detail))) return true;
  const words = withoutAddresses(answer);
  return words.includes('RESOLVER.RST') || (NAMES_RECIPIENT.test(words) && !NAMES_SENDER.test(words));
}

/** An address can be made of any words. Reads each sign once: anybody may send an answer of a million. */
function withoutAddresses(answer: string): string {
  return answer.replace(/<[^<>]*>/g, ' ').split(/\s/).filter((word) => !/.@./.test(word)).join(' ');
}
