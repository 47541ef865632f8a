/** Markdown of a passage as somebody reads it in a list: of a mention its name, addresses are for machines. */
export const plainWords = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1');
