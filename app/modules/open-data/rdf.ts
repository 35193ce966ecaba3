import type { Lang } from '~/i18n/messages';

/** A value in RDF: a text in a language, a typed value, or another node by its address. */
export type Term = { text: string; lang: Lang } | { value: string; type: string } | { ref: string };
/** A node with its classes and properties, all written with the prefixes below. */
export type Node = { id: string; types: readonly string[]; properties: Record<string, readonly Term[]> };

export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const quoted = (text: string) => `"${text.replace(/["\\\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"`;
const address = (id: string) => `<${encodeURI(id).replaceAll('%25', '%')}>`;

function inTurtle(term: Term): string {
  if ('ref' in term) return address(term.ref);
  return 'lang' in term ? `${quoted(term.text)}@${term.lang}` : `${quoted(term.value)}^^${term.type}`;
}

/** The nodes as Turtle, in the order in which they are given. */
export function turtle(nodes: readonly Node[]): string {
  const head = Object.entries(prefixes).map(([prefix, uri]) => `@prefix ${prefix}: <${uri}> .`);
  const body = nodes.map(({ id, types, properties }) => {
    const said = Object.entries(properties).filter(([, terms]) => terms.length > 0).map(([name, terms]) => `${name} ${terms.map(inTurtle).join(' , ')}`);
    return `${address(id)} ${[`a ${types.join(' , ')}`, ...said].join(' ;\n  ')} .`;
  });
  return `${head.join('\n')}\n\n${body.join('\n\n')}\n`;
}

function inJsonLd(term: Term) {
  if ('ref' in term) return { '@id': term.ref };
  return 'lang' in term ? { '@value': term.text, '@language': term.lang } : { '@value': term.value, '@type': term.type };
}

/** The same nodes as JSON-LD. */
export function jsonLd(nodes: readonly Node[]) {
  return {
    '@context': prefixes,
    '@graph': nodes.map(({ id, types, properties }) => ({
      '@id': id, '@type': types,
      ...Object.fromEntries(Object.entries(properties).filter(([, terms]) => terms.length > 0).map(([name, terms]) => [name, terms.map(inJsonLd)])),
    })),
  };
}
