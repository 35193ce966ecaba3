/** An element as it was read: its name, attributes, text, and elements within. */
export type Read = { name: string; attributes: Record<string, string>; text: string; within: Read[] };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string) =>
  text.replace(/&(\w+);|&/g, (whole, name?: string) => {
    if (!name || !(name in entities)) throw new Error(`not an entity: ${whole}`);
    return entities[name] ?? '';
  });

/** Reads a well-formed document of elements and text; throws at the first place that is not well formed. */
export function parseXml(document: string): Read {
  const body = document.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\s*/, '');
  if (body === document) throw new Error('no declaration');
  const top: Read = { name: '', attributes: {}, text: '', within: [] };
  const open = [top];
  for (const [, closing, name = '', attributes = '', empty, text] of body.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+|<)/g)) {
    const current = open.at(-1) ?? top;
    if (text !== undefined) {
      if (text === '<' || (open.length === 1 && text.trim() !== '')) throw new Error(`stray ${text.slice(0, 20)}`);
      current.text += plain(text);
    } else if (closing) {
      if (open.length === 1 || current.name !== name) throw new Error(`${name} closes ${current.name}`);
      open.pop();
    } else {
      const read: Read = { name, attributes: Object.fromEntries([...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)])), text: '', within: [] };
      current.within.push(read);
      if (!empty) open.push(read);
    }
  }
  const [root] = top.within;
  if (open.length !== 1 || top.within.length !== 1 || !root) throw new Error('not one element that is closed');
  return root;
}

/** The elements of this name anywhere below. */
export function all(read: Read, name: string): Read[] {
  return read.within.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);
}

/** The text of the first element of this name directly below. */
export function textOf(read: Read, name: string): string | undefined {
  return read.within.find((one) => one.name === name)?.text;
}
