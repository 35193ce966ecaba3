type Kept = { version: string; fields: [string, string][] };

/** Keeps what is typed in this browser until it is saved, and offers it again: after a lost session, a lost connection, a closed window. */
export default function keptText(notice: HTMLElement): void {
  const form = notice.closest('form');
  if (!form) return;
  const key = `offer:${location.pathname.split('/').slice(2).join('/')}`;
  const hidden = new Set(['intent', '_key', '_form', 'version', 'typed', 'seen', 'then']);
  const typed = (): [string, string][] => [...new FormData(form)].flatMap(([name, value]): [string, string][] => (typeof value === 'string' && !hidden.has(name) ? [[name, value]] : []));
  // Ids of empty rows differ from one page to the next; what counts is what people wrote.
  const essence = (fields: [string, string][]) => JSON.stringify(fields.filter(([name, value]) => value !== '' && !name.endsWith('.id')).sort());
  const version = form.querySelector<HTMLInputElement>('input[name=version]');

  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  };
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ version: began, fields: typed() } satisfies Kept));
    } catch {
      // Full or forbidden: saving on the server goes on all the same.
    }
  };
  const read = (): Kept | null => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  };

  const address = new URL(location.href);
  if (address.searchParams.get('saved')) {
    forget();
    address.searchParams.delete('saved');
    history.replaceState(null, '', address);
  }
  let began = version?.value ?? '';
  const kept = read();
  if (kept && essence(kept.fields) === essence(typed())) forget();
  else if (kept) notice.hidden = false;

  notice.addEventListener('click', (event) => {
    const { do: what } = (event.target as HTMLElement).dataset;
    if (!what) return;
    if (what === 'restore' && kept) restore(kept);
    else forget();
    notice.hidden = true;
  });

  function restore({ version: from, fields }: Kept) {
    if (!form) return;
    for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox], input[type=radio]')) {
      if (!hidden.has(box.name)) box.checked = fields.some(([name, value]) => name === box.name && value === box.value);
    }
    for (const [name, value] of fields) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) continue;
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
      else if (!field) {
        // A row that this page has no room for is saved with the others all the same.
        const more = document.createElement('input');
        Object.assign(more, { type: 'hidden', name, value });
        form.append(more);
      }
    }
    // The server merges from where the writing began.
    if (version) version.value = from;
    began = from;
    form.dispatchEvent(new Event('input', { bubbles: true }));
    form.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
  }

  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  form.addEventListener('saved', (event) => {
    began = version?.value ?? began;
    if ((event.target as HTMLElement).dataset.clean === 'yes') forget();
    else keep();
  });
}
