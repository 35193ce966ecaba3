/** Saves the form two seconds after typing stops and when a field is left; says where it stands, politely. */
export default function autosave(status: HTMLElement): void {
  const form = status.closest('form');
  const version = form?.querySelector<HTMLInputElement>('input[name=version]');
  if (!form || !version) return;
  const words = status.dataset;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = snapshot();
  let busy = false;

  function snapshot(): string {
    return new URLSearchParams(new FormData(form as HTMLFormElement) as unknown as Record<string, string>).toString();
  }

  async function save() {
    const now = snapshot();
    if (busy || now === last) return;
    busy = true;
    status.textContent = words.saving ?? '';
    const body = new URLSearchParams(now);
    body.set('then', 'stay');
    body.delete('_key');
    try {
      const answer = await fetch(`${location.pathname}?_data=${encodeURIComponent(words.route ?? '')}`, { method: 'POST', body });
      const saved = answer.ok ? ((await answer.json()) as { version?: number; savedAt?: string }) : {};
      if (saved.version && version) {
        version.value = String(saved.version);
        last = snapshot();
        status.textContent = `${words.saved} ${saved.savedAt}`;
      } else status.textContent = words.refused ?? '';
    } catch {
      status.textContent = words.offline ?? '';
      timer = setTimeout(save, 5000);
    } finally {
      busy = false;
    }
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('focusout', () => void save());
  form.addEventListener('submit', () => clearTimeout(timer));
}
