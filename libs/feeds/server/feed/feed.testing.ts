import { SaxesParser } from 'saxes';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

/**
 * What RFC 4287 and XML 1.0 have against a document; empty for a valid one. Written for specs: elements, their number,
 * ids, dates, links, authors, languages, well-formedness.
 */
export function feedFaults(xml: string, selfUrl: string): readonly string[] {
  const faults: string[] = xml.startsWith('<?xml version="1.0" encoding="utf-8"?>') ? [] : ['no declaration'];
  const root = treeOf(xml, faults);
  if (root?.name !== 'feed' || root.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom') return [...faults, 'no Atom feed'];
  const entries = of(root, 'entry');
  const ids = [root, ...entries].map((element) => text(element, 'id'));
  if (new Set(ids).size !== ids.length) faults.push('ids are not unique');
  for (const element of [root, ...entries]) faults.push(...sharedFaults(element));
  if (of(root, 'author').length === 0 && entries.some((entry) => of(entry, 'author').length === 0)) faults.push('entry without author');
  if (links(root, 'self').map((link) => link.attributes['href']).join() !== selfUrl) faults.push('self link is another');
  for (const entry of entries) {
    if (of(entry, 'content').length === 0 && links(entry, 'alternate').length === 0) faults.push('neither content nor link');
    for (const content of of(entry, 'content')) if (content.attributes['type'] !== 'html' || content.children.length > 0) faults.push('content is no escaped html');
  }
  const newest = entries.map((entry) => Date.parse(text(entry, 'updated')));
  if (newest.length > 0 && Math.max(...newest) !== Date.parse(text(root, 'updated'))) faults.push('updated is not that of the newest entry');
  return faults;
}

function sharedFaults(element: Element): readonly string[] {
  const faults: string[] = [];
  for (const name of ['id', 'title', 'updated']) if (of(element, name).length !== 1) faults.push(`${element.name} has ${of(element, name).length} ${name}`);
  if (!/^(urn:uuid:[0-9a-f-]{36}|https?:\/\/\S+)$/.test(text(element, 'id'))) faults.push('id is no IRI');
  for (const name of ['updated', 'published']) for (const date of of(element, name)) if (!DATE.test(date.text) || Number.isNaN(Date.parse(date.text))) faults.push(`bad date ${date.text}`);
  for (const link of of(element, 'link')) if (!URL.canParse(link.attributes['href'] ?? '')) faults.push('link without whole address');
  if (links(element, 'alternate').length > 1) faults.push('two alternates of one type');
  for (const author of of(element, 'author')) if (text(author, 'name') === '') faults.push('author without name');
  for (const node of [element, ...element.children]) {
    const language = node.attributes['xml:lang'];
    if (language !== undefined && !LANGUAGE.test(language)) faults.push(`bad language ${language}`);
  }
  return faults;
}

/** The document as a strict XML parser reads it; it stops at nothing, so that all faults are told. */
function treeOf(xml: string, faults: string[]): Element | null {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const path: Element[] = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => void faults.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Readonly<Record<string, string>>, children: [], text: '' };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on('text', (text) => {
    const element = path.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void path.pop());
  parser.write(xml).close();
  return top.children[0] ?? null;
}

const of = (element: Element, name: string): readonly Element[] => element.children.filter((child) => child.name === name);
const text = (element: Element, name: string): string => of(element, name)[0]?.text ?? '';
const links = (element: Element, relation: string): readonly Element[] => of(element, 'link').filter((link) => link.attributes['rel'] === relation);
