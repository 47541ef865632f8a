import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { readConfig } from '../config/config.js';
import { MailRefused, type Mail } from './mail.js';
import { createMailer } from './mailers.js';

const mail: Mail = {
  id: '01900000-0000-7000-8000-000000000001',
  to: { name: 'Jürgen Groß', address: 'juergen@example.org' },
  subject: 'Ihre Anfrage',
  greeting: 'Guten Tag, Jürgen Groß,',
  paragraphs: ['die Moderation hat geantwortet.', '<script>alert(1)</script>'],
  action: { label: 'Antwort lesen', url: 'https://pusteblume.example/anfragen' },
  closing: ['Mit freundlichen Grüßen', 'Klimalotsen'],
  locale: 'de',
};

describe('mail over SMTP', () => {
  const received: { readonly recipients: readonly string[]; readonly source: string }[] = [];
  let refuse: string | false = false;
  const senders: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: ({ address }, _session, done) => {
      senders.push(address);
      done();
    },
    onRcptTo: (_address, _session, done) => done(refuse === false ? null : Object.assign(new Error(refuse), { responseCode: 550 })),
    onData: (stream, session, done) => {
      let source = '';
      stream.on('data', (chunk: Buffer) => {
        source += chunk.toString();
      });
      stream.on('end', () => {
        received.push({ recipients: session.envelope.rcptTo.map((recipient) => recipient.address), source });
        done();
      });
    },
  });

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
  beforeEach(() => {
    received.length = 0;
    refuse = false;
  });

  const send = (changed: Partial<Mail> = {}): Promise<void> => {
    const { port } = server.server.address() as AddressInfo;
    return createMailer(readConfig({ NODE_ENV: 'test', SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: 'https://pusteblume.example' })).send({ ...mail, ...changed });
  };

  it('carries both parts, in German, marked as sent by a machine', async () => {
    await send();
    const parsed = await PostalMime.parse(received[0]?.source ?? '');
    expect(parsed.subject).toBe('Ihre Anfrage');
    expect(parsed.text).toContain('https://pusteblume.example/anfragen');
    expect(parsed.html).toContain('lang="de"');
    expect(parsed.html).not.toMatch(/<script|<img|src=/);
    expect(parsed.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(parsed.headers.find((header) => header.key === 'x-auto-response-suppress')?.value).toBe('OOF, AutoReply');
  });

  it.each<readonly [string, Partial<Mail>]>([
    ['a name', { to: { name: 'Eva\r\nBcc: alle@example.org', address: 'eva@example.org' } }],
    ['a subject', { subject: 'Hallo\r\nBcc: alle@example.org\r\n\r\nText' }],
    ['a name with an address in it', { to: { name: 'Eva" <alle@example.org>, "', address: 'eva@example.org' } }],
  ])('cannot be given further recipients or headers through %s', async (_case, changed) => {
    await send(changed);
    expect(received).toHaveLength(1);
    expect(received[0]?.recipients).toEqual([changed.to?.address ?? mail.to.address]);
    expect(received[0]?.source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  });

  it('tells a refusal for good from other troubles, and repeats no address', async () => {
    refuse = '5.1.1 <juergen@example.org> no such mailbox';
    const refusal = await send().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MailRefused);
    expect(String(refusal)).not.toContain('juergen');
  });

  it('learns of a single mailbox that is closed to all from outside', async () => {
    refuse = '5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required';
    expect(await send().catch((error: unknown) => error)).toBeInstanceOf(MailRefused);
  });

  it('does not take for a fault of the address that the server wants nothing from us', async () => {
    refuse = '5.7.1 <juergen@example.org> Relay access denied';
    const refusal = await send().catch((error: unknown) => error);
    expect(refusal).not.toBeInstanceOf(MailRefused);
    expect(String(refusal)).toContain('550 at RCPT TO');
    expect(String(refusal)).not.toContain('juergen');
  });

  it('has an address of its own to come back to, where one is set, and its sender in any case', async () => {
    senders.length = 0;
    await send();
    await send({ returnTo: 'bounces+1234@example.org' });
    expect(senders).toEqual(['pusteblume@localhost', 'bounces+1234@example.org']);
    expect(received.map(({ recipients }) => recipients)).toEqual([['juergen@example.org'], ['juergen@example.org']]);
    expect(received[1]?.source).toMatch(/^From: Pusteblume <pusteblume@localhost>/m);
    expect(received[1]?.source).not.toContain('bounces');
  });

  it('can be put together by thread, sorted as a list and switched off by one click', async () => {
    const id = '0198c000-0000-7000-8000-000000000001';
    const threadId = '0198c000-0000-7000-8000-000000000002';
    await send({ id, threadId, list: { id: 'mentions.notices', name: 'Erwähnungen', unsubscribeUrl: `https://pusteblume.example/abmelden-von/${'a'.repeat(90)}` } });
    const parsed = await PostalMime.parse(received[0]?.source ?? '');
    const header = (key: string): string | undefined => parsed.headers.find((candidate) => candidate.key === key)?.value;
    expect(parsed.messageId).toBe(`<${id}@pusteblume.example>`);
    expect(parsed.inReplyTo).toBe(`<${threadId}@pusteblume.example>`);
    expect(parsed.references).toBe(`<${threadId}@pusteblume.example>`);
    expect(header('list-id')).toContain('<mentions.notices.pusteblume.example>');
    expect(header('list-unsubscribe')).toBe(`<https://pusteblume.example/abmelden-von/${'a'.repeat(90)}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('sets headings, lists and quotes as such', async () => {
    await send({
      sections: [{ heading: 'Am Fluss', items: [{ text: 'Zwei Beiträge', url: 'https://pusteblume.example/d/x' }, { text: 'Einer', quote: 'Guten Tag\n<img src=x>' }] }],
      notes: [{ text: 'Warum?', url: 'https://pusteblume.example/konto' }],
    });
    const parsed = await PostalMime.parse(received[0]?.source ?? '');
    expect(parsed.html).toMatch(/<h2[^>]*>Am Fluss<\/h2>\s*<ul/);
    expect(parsed.html).toMatch(/<blockquote[^>]*>Guten Tag<br>&lt;img src=x&gt;/);
    expect(parsed.html).toMatch(/<footer[\s\S]*<a href="https:\/\/pusteblume.example\/konto"/);
    expect(parsed.text).toContain('> Guten Tag\n> <img src=x>');
  });

  it('says its language where programmes that show it keep it, and that of what it quotes', async () => {
    await send({ locale: 'en', sections: [{ items: [{ text: 'One', quote: 'Guten Tag', quoteLanguage: 'de' }] }] });
    const parsed = await PostalMime.parse(received[0]?.source ?? '');
    expect(parsed.html).toMatch(/<main lang="en"[\s\S]*<blockquote lang="de"[^>]*>Guten Tag/);
  });

  it('has colours for a dark screen, and loads nothing for it', async () => {
    await send();
    const parsed = await PostalMime.parse(received[0]?.source ?? '');
    expect(parsed.html).toMatch(/<meta name="color-scheme" content="light dark">[\s\S]*@media \(prefers-color-scheme:dark\)/);
    expect(parsed.html).not.toMatch(/<link|@import|@font|url\(|src=/);
  });

  it('tells an address once in the text part where the one thing it is about is what it leads to', async () => {
    const url = 'https://pusteblume.example/d/x';
    await send({ action: { label: 'Ansehen', url }, sections: [{ items: [{ text: 'Einer', url }] }] });
    const parsed = await PostalMime.parse(received[0]?.source ?? '');
    expect(parsed.text?.split(url)).toHaveLength(2);
  });

  it('shows a text in the HTML part as it is rendered, and plain beside it', async () => {
    await send({ sections: [{ items: [{ text: 'Einer', quote: 'Guten Tag', quoteHtml: '<p>Guten <strong>Tag</strong></p>' }] }] });
    const parsed = await PostalMime.parse(received[0]?.source ?? '');
    expect(parsed.html).toMatch(/<blockquote[^>]*><p>Guten <strong>Tag<\/strong><\/p><\/blockquote>/);
    expect(parsed.text).toContain('> Guten Tag');
  });
});
