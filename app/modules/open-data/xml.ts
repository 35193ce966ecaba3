/** One element of an XML document: its name, attributes, and text or elements within. */
export type Element = { name: string; attributes?: Record<string, string>; within?: string | readonly Element[] };

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function written({ name, attributes = {}, within = '' }: Element, indent: string): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  if (within.length === 0) return `${indent}<${opening}/>`;
  const inside = typeof within === 'string' ? escaped(within) : `\n${within.map((one) => written(one, `${indent}  `)).join('\n')}\n${indent}`;
  return `${indent}<${opening}>${inside}</${name}>`;
}

/** The document of this element. */
export function xml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

/** An element with text. */
export function leaf(name: string, text: string): Element {
  return { name, within: text };
}
