/** Saves the form two seconds after typing stops and when a field is left; says where it stands, politely. */
export default function autosave(status: HTMLElement): void {
  const form = status.closest('form');
  const version = form?.querySelector<HTMLInputElement>('input[name=version]');
  if (!form || !version) return;
  const base = form.querySelector<HTMLInputElement>('input[name=typed]');
  const words = status.dataset;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let leaving = false;
  let saved = typed().toString();

  function typed(): URLSearchParams {
    const fields = new URLSearchParams(new FormData(form as HTMLFormElement) as unknown as Record<string, string>);
    for (const name of ['version', 'typed', '_key']) fields.delete(name);
    return fields;
  }

  function show(problems: string[]) {
    const box = document.querySelector<HTMLElement>('[data-problems]');
    if (!box) return;
    box.hidden = problems.length === 0;
    box.querySelector('ul')?.replaceChildren(...problems.map((sentence) => Object.assign(document.createElement('li'), { textContent: sentence })));
  }

  function later(wait = 2000) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function save() {
    const body = typed();
    const sent = body.toString();
    // Pasted rows become lines only on a page drawn anew.
    if (busy || leaving || sent === saved || !version || body.get('pasted')) return;
    busy = true;
    status.textContent = words.saving ?? '';
    body.set('version', version.value);
    if (base?.value) body.set('typed', base.value);
    body.set('then', 'stay');
    try {
      const answer = await fetch(`${location.pathname}?_data=${encodeURIComponent(words.route ?? '')}`, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
      // After the session has ended the answer is a redirect without a body, which is no saving either.
      const kept = answer.ok && answer.headers.get('content-type')?.includes('json') ? ((await answer.json()) as { version?: number; savedAt?: string; merged?: boolean; problems?: string[] }) : {};
      if (kept.version) {
        version.value = String(kept.version);
        // This page still shows what was typed here: it is the base of its next saving.
        if (base) base.value = kept.merged ? version.value : '';
        saved = sent;
        show(kept.problems ?? []);
        status.dataset.clean = typed().toString() === sent ? 'yes' : 'no';
        status.dispatchEvent(new Event('saved', { bubbles: true }));
        status.textContent = kept.merged ? (words.merged ?? '') : `${words.saved} ${kept.savedAt}`;
      } else status.textContent = words.refused ?? '';
      if (typed().toString() !== sent) later();
    } catch {
      status.textContent = words.offline ?? '';
      later(5000);
    } finally {
      busy = false;
    }
  }

  form.addEventListener('input', () => later());
  form.addEventListener('change', () => later());
  form.addEventListener('focusout', () => void save());
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    // A saving under way changes the version; the button waits for it, or the page would call itself stale.
    if (busy && !leaving) {
      event.preventDefault();
      const button = (event as SubmitEvent).submitter;
      const wait = setInterval(() => {
        if (busy) return;
        clearInterval(wait);
        form.requestSubmit(button);
      }, 50);
      return;
    }
    leaving = true;
  });
  // A page that comes back from the browser's own memory saves again.
  addEventListener('pageshow', () => {
    leaving = false;
  });
}
