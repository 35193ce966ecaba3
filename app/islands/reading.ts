import { readingOf, type Reading } from '~/modules/calls/readability';

/** Says how hard a Polish text is to read while it is written; without scripts the note stands as of the last saving. */
export default function reading(note: HTMLElement): void {
  const field = document.querySelector<HTMLTextAreaElement>(`textarea[name="${note.dataset.of}"]`);
  const words = JSON.parse(note.dataset.words ?? '{}') as Record<string, string>;
  if (!field) return;
  const format = new Intl.NumberFormat(note.dataset.lang ?? 'pl');
  const part = <Name extends keyof HTMLElementTagNameMap>(name: Name, more: Partial<HTMLElementTagNameMap[Name]>, ...inside: (Node | string)[]) => {
    const element = Object.assign(document.createElement(name), more);
    element.append(...inside);
    return element;
  };

  const warning = ({ kind, words: said, better }: Reading['warnings'][number]) =>
    part('li', {}, `${words[kind] ?? ''}: `, part('q', { lang: 'pl' }, said), ...(better ? [' → ', part('span', { lang: 'pl' }, better)] : []));

  const draw = () => {
    const found = readingOf(field.value);
    const open = note.querySelector('details')?.open ?? false;
    note.replaceChildren();
    if (!found) return;
    const fog = (words.fog ?? '').replace('{fog}', format.format(found.fog / 10));
    note.append(part('p', { className: 'tags' }, part('span', { className: `tag ${note.dataset[found.level] ?? ''}` }, words[found.level] ?? ''), part('span', { className: 'meta' }, fog)));
    if (found.warnings.length === 0) return;
    const summary = part('summary', {}, `${words.advice ?? ''} (${found.warnings.length})`);
    note.append(part('details', { open }, summary, part('ul', { className: 'bullets' }, ...found.warnings.map(warning))));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(draw, 400);
  });
}
