import type { Sent } from './support';

// Reads the forms of a page as a browser with scripts off does: what is in a form is what is sent.

type Control = { tag: string; name: string; value: string; type: string; on: boolean; options: string[]; labels: string[] };
export type Form = { action: string; multipart: boolean; controls: Control[] };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };
const plain = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>]|$)`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};

function controlsOf(html: string): Control[] {
  const controls: Control[] = [];
  for (const [, input, inputAttributes = '', block, blockAttributes = '', inner = ''] of html.matchAll(/<(input)(\s[^>]*?)?\/?>|<(button|textarea|select)(\s[^>]*)?>([\s\S]*?)<\/\3>/g)) {
    const tag = input ?? block ?? '';
    const attributes = inputAttributes || blockAttributes;
    const name = attribute(attributes, 'name');
    if (!name || attribute(attributes, 'disabled') !== undefined) continue;
    const type = tag === 'input' ? (attribute(attributes, 'type') ?? 'text') : tag;
    const options = [...inner.matchAll(/<option([^>]*)>([^<]*)/g)].map(([, more = '', label = '']) => ({ value: attribute(more, 'value') ?? plain(label), label: plain(label), chosen: attribute(more, 'selected') !== undefined }));
    const value = tag === 'textarea' ? plain(inner.replace(/^\n/, '')) : tag === 'select' ? ((options.find(({ chosen }) => chosen) ?? options[0])?.value ?? '') : (attribute(attributes, 'value') ?? (type === 'checkbox' ? 'on' : ''));
    controls.push({ tag, name, value, type, on: !['checkbox', 'radio'].includes(type) || attribute(attributes, 'checked') !== undefined, options: options.map((option) => option.value), labels: options.map(({ label }) => label) });
  }
  return controls;
}

/** The first form of a page with this intent. */
export function findForm(html: string, intent: string): Form {
  const forms = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inner = '']) => ({
    action: attribute(attributes, 'action') ?? '', multipart: attribute(attributes, 'encType') === 'multipart/form-data', controls: controlsOf(inner),
  }));
  const found = forms.find(({ controls }) => controls.some(({ name, value }) => name === 'intent' && value === intent));
  if (!found) throw new Error(`no form "${intent}" in the page, only: ${forms.map(({ controls }) => controls.find(({ name }) => name === 'intent')?.value ?? '?').join(', ')}`);
  return found;
}

/** What a list in a form offers, with its labels. */
export function labelled(html: string, intent: string, name: string): { value: string; label: string }[] {
  const { options, labels } = findForm(html, intent).controls.find((control) => control.name === name) ?? { options: [], labels: [] };
  return options.map((value, i) => ({ value, label: labels[i] ?? '' }));
}

/** What somebody fills in: a text, the boxes to tick, or a day for its three boxes. */
export type Answers = Record<string, string | string[] | { day: string }>;

/** Fills a form in and presses a button of it; refuses what a browser could not send. */
export function fill({ controls }: Form, answers: Answers, press?: string): Sent {
  const boxes = Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string' || Array.isArray(value)) return [[name, value]];
      const [year = '', month = '', day = ''] = value.day.split('-');
      return [[`${name}.day`, day], [`${name}.month`, month], [`${name}.year`, year]];
    }),
  );
  for (const [name, value] of Object.entries(boxes)) {
    const own = controls.filter((control) => control.name === name);
    if (own.length === 0) throw new Error(`no field "${name}" in the form, only: ${[...new Set(controls.map((control) => control.name))].join(', ')}`);
    const offered = own.flatMap((control) => (control.tag === 'select' ? control.options : control.type === 'checkbox' || control.type === 'radio' ? [control.value] : []));
    if (offered.length > 0) for (const one of [value].flat()) if (!offered.includes(one)) throw new Error(`"${name}" does not offer "${one}", only: ${offered.join(', ')}`);
  }
  const sent: Sent = {};
  const put = (name: string, value: string) => (sent[name] = name in sent ? [sent[name]!, value].flat() : value);
  for (const { name, value, type, on } of controls) {
    if (['button', 'submit', 'file'].includes(type)) continue;
    const typed = boxes[name];
    const box = type === 'checkbox' || type === 'radio';
    if (typed !== undefined && !box) put(name, [typed].flat()[0] ?? '');
    else if (typed === undefined ? on : [typed].flat().includes(value)) put(name, value);
  }
  const buttons = controls.filter(({ type }) => type === 'button' || type === 'submit');
  const pressed = press === undefined ? undefined : buttons.find(({ value }) => value === press);
  if (press !== undefined && !pressed) throw new Error(`no button "${press}" in the form`);
  if (pressed) put(pressed.name, pressed.value);
  return sent;
}
