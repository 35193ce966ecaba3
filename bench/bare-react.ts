import type { RequestListener } from 'node:http';
import Sqlite from 'better-sqlite3';
import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

type Node = { tag: string; attributes: Record<string, string>; children: (Node | string)[] };
const empty = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);
const named: Record<string, string> = { class: 'className', for: 'htmlFor', charset: 'charSet', maxlength: 'maxLength', tabindex: 'tabIndex', novalidate: 'noValidate', hreflang: 'hrefLang', value: 'defaultValue', checked: 'defaultChecked' };
const unescape = (text: string) => text.replace(/&(amp|lt|gt|quot|#x27);/g, (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" })[name] ?? '');

/** The elements of a page that React wrote. */
function parse(html: string): Node {
  const top: Node = { tag: '', attributes: {}, children: [] };
  const open = [top];
  for (const [, comment, close, tag, attributes, text] of html.matchAll(/(<!(?:--)?[^>]*>)|<\/(\w+)>|<(\w+)((?:\s[^<>"=]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g)) {
    const parent = open.at(-1) ?? top;
    if (comment !== undefined) continue;
    if (close !== undefined) open.pop();
    else if (text !== undefined) parent.children.push(unescape(text));
    else if (tag !== undefined) {
      const node: Node = { tag, attributes: {}, children: [] };
      for (const [, name = '', value = ''] of (attributes ?? '').matchAll(/\s([^\s=]+)(?:="([^"]*)")?/g)) {
        if (!name.includes('-') || /^(data|aria)-/.test(name)) node.attributes[tag === 'button' && name === 'value' ? 'value' : (named[name] ?? name)] = unescape(value);
      }
      parent.children.push(node);
      if (!empty.has(tag)) open.push(node);
    }
  }
  return top.children.find((child): child is Node => typeof child !== 'string') ?? top;
}

function element(node: Node | string): ReactNode {
  if (typeof node === 'string') return node;
  return node.children.length > 0 ? createElement(node.tag, node.attributes, ...node.children.map(element)) : createElement(node.tag, node.attributes);
}

/**
 * The same elements as the portal's page, and the reading of twenty rows and their values, without
 * Remix, Express, components, sentences or access: the floor of a page that React renders.
 */
export function bareReact(file: string, html: string): RequestListener {
  const page = parse(html);
  const db = new Sqlite(file, { readonly: true });
  const rows = db.prepare<[string, number], { id: string }>('select id, slug, name, names, descriptions, district, legal_form, languages, community_roles, confirmed_at from organisations where status = ? order by name_key, id limit 20 offset ?');
  const values = db.prepare<[string]>('select facet, value from organisation_facets where organisation_id = ?');
  let turn = 0;
  return (_request, response) => {
    for (const { id } of rows.all('verified', (turn++ % 18) * 20)) values.all(id);
    const bytes = Buffer.from(`<!doctype html>${renderToString(element(page))}`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length });
    response.end(bytes);
  };
}
