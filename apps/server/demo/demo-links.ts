/** How texts of the demo name tips before their addresses are known: `/tipp/<key>`. */
export const TIP_LINK = /\]\(\/tipp\/([a-z0-9-]+)\)/g;

/** @param slugs the addresses of the tips, by key. */
export function withAddresses(body: string, slugs: ReadonlyMap<string, string>): string {
  return body.replace(TIP_LINK, (_link, key: string) => `](/tipp/${slugs.get(key) ?? key})`);
}
