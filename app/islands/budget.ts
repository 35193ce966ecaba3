/** Live sums of the budget while it is typed, by source and by year; the server counts again on saving and its word is the one that counts. */
export default function budget(form: HTMLElement): void {
  const lang = form.dataset.lang ?? 'pl';
  const money = new Intl.NumberFormat(lang, { style: 'currency', currency: 'PLN', useGrouping: true });
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 2 });
  const years = (form.dataset.years ?? '').split(' ').filter(Boolean).map(Number);
  const yearsOfAction = JSON.parse(form.dataset.actions ?? '{}') as Record<string, [from: number, to: number]>;

  const hundredths = (text: string): number => {
    const plain = text.replace(/[\s\u00a0\u202f]|zł/g, '').replace(',', '.');
    return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : 0;
  };
  const read = (within: Element, end: string) => hundredths(within.querySelector<HTMLInputElement>(`input[name$="${end}"]`)?.value ?? '');
  const show = (place: Element | null, grosze: number) => {
    if (place) place.textContent = money.format(grosze / 100);
  };
  const byYear = (within: Element, name: string) => years.map((_, i) => read(within, `${name}.y${i + 1}`));
  const addUp = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);

  /** As written, or all in the one year of the action where nothing was written. */
  const lineByYear = (line: Element, owner: string, value: number) => {
    const written = byYear(line, '.years');
    const [from, to] = yearsOfAction[owner] ?? [];
    return from === undefined || from !== to || addUp(written) > 0 ? written : years.map((year) => (year === from ? value : 0));
  };

  const count = () => {
    const totals = { all: 0, admin: 0 };
    const perYear = years.map(() => ({ total: 0, admin: 0 }));
    for (const line of form.querySelectorAll('[data-row]')) {
      const removed = line.querySelector('input[name$=".remove"]:checked') !== null;
      const owner = line.querySelector<HTMLSelectElement>('select')?.value ?? '';
      const value = removed ? 0 : Math.round((read(line, '.unitCost') * read(line, '.quantity')) / 100);
      const split = removed ? [] : lineByYear(line, owner, value);
      totals.all += value;
      if (owner === 'admin') totals.admin += value;
      for (const [i, year] of perYear.entries()) {
        year.total += split[i] ?? 0;
        if (owner === 'admin') year.admin += split[i] ?? 0;
      }
      show(line.querySelector('[data-value]'), value);
      const left = line.querySelector('[data-left]');
      show(left, value - addUp(split));
      left?.classList.toggle('error', value !== addUp(split));
    }
    const source = (name: string) => read(form, `sources.${name}`);
    const ownFinancial = source('ownCash') + source('otherSources');
    const ownNonFinancial = source('personal') + source('inKind');
    const [grant, own, fees] = [source('grant'), ownFinancial + ownNonFinancial, source('fees')];
    const sums: Record<string, number> = { total: totals.all, admin: totals.admin, grant, ownFinancial, ownNonFinancial, own, fees, missing: totals.all - grant - own - fees };
    const grants = byYear(form, 'sources.grantYears');
    for (const [i, year] of years.entries()) {
      const { total = 0, admin = 0 } = perYear[i] ?? {};
      Object.assign(sums, { [`total-${year}`]: total, [`admin-${year}`]: admin, [`grant-${year}`]: grants[i] ?? 0, [`other-${year}`]: total - (grants[i] ?? 0) });
    }
    for (const [name, value] of Object.entries(sums)) {
      const place = form.querySelector(`[data-sum="${name}"]`);
      show(place, value);
      place?.classList.toggle('error', name === 'missing' ? value !== 0 : value < 0);
      const share = form.querySelector<HTMLElement>(`[data-share="${name}"]`);
      const part = totals.all === 0 ? 0 : value / totals.all;
      if (share) share.textContent = percent.format(part);
      share?.classList.toggle('error', share.dataset.most !== undefined && part * 10_000 > Number(share.dataset.most));
    }
  };
  form.addEventListener('input', count);
  form.addEventListener('change', count);
}
