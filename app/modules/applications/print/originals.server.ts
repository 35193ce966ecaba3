import type { Paper } from '~/ui/paper/paper.server';
import type { OfferContent } from '../content';
import { polishName, translatedTexts, type Original } from '../rules-of-words';

const languages: Record<Original['lang'], string> = { uk: 'ukraiński', ru: 'rosyjski', en: 'angielski', de: 'niemiecki' };

function made({ mark, by }: Original): string {
  if (mark === 'machine') return 'tłumaczenie maszynowe, niesprawdzone';
  if (mark === 'person') return `tłumaczenie wykonała osoba${by ? `: ${by}` : ''}`;
  return 'słowa własne oferenta';
}

/** Which texts also have an original in another language and how their Polish was made, as an annex after the parts of the regulation. */
export function printOriginals(sheet: Paper, content: OfferContent): void {
  const texts = translatedTexts(content);
  if (texts.length === 0) return;
  sheet.heading(3, 'Załącznik: teksty napisane w dwóch językach');
  sheet.paragraph('Wiążący jest tekst polski zawarty w ofercie. Oryginały w innych językach są zapisane w portalu razem ze złożoną ofertą.');
  sheet.table({
    caption: 'Teksty napisane w dwóch językach',
    columns: [{ label: 'Pole oferty', share: 0.4 }, { label: 'Język oryginału', share: 0.2 }, { label: 'Tekst polski', share: 0.4 }],
    rows: texts.map((text) => ({ cells: [polishName(text), text.original.text ? languages[text.original.lang] : 'bez oryginału', made(text.original)] })),
  });
}
