/** Live sums of the budget while it is typed; the server counts again on saving and its word is the one that counts. */
export default function budget(form: HTMLElement): void {
  const format = new Intl.NumberFormat(form.dataset.lang ?? 'pl', { style: 'currency', currency: 'PLN' });

  const hundredths = (text: string): number => {
    const plain = text.replace(/[\s\u00a0\u202f]|zł/g, '').replace(',', '.');
    return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : 0;
  };
  const read = (within: Element, end: string) => hundredths(within.querySelector<HTMLInputElement>(`input[name$="${end}"]`)?.value ?? '');
  const show = (place: Element | null, grosze: number) => {
    if (place) place.textContent = format.format(grosze / 100);
  };

  const count = () => {
    let total = 0;
    let admin = 0;
    for (const line of form.querySelectorAll('[data-row]')) {
      const removed = line.querySelector('input[name$=".remove"]:checked') !== null;
      const value = removed ? 0 : Math.round((read(line, '.unitCost') * read(line, '.quantity')) / 100);
      total += value;
      if (line.querySelector<HTMLSelectElement>('select')?.value === 'admin') admin += value;
      show(line.querySelector('[data-value]'), value);
    }
    const source = (name: string) => read(form, `sources.${name}`);
    const own = source('ownCash') + source('otherSources') + source('personal') + source('inKind');
    const sums = { total, admin, grant: source('grant'), own, missing: total - source('grant') - own - source('fees') };
    for (const [name, value] of Object.entries(sums)) {
      const place = form.querySelector(`[data-sum="${name}"]`);
      show(place, value);
      if (name === 'missing') place?.classList.toggle('error', value !== 0);
    }
  };
  form.addEventListener('input', count);
  form.addEventListener('change', count);
}
