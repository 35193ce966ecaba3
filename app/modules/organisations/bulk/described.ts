import type { Translate } from '~/i18n/translate';
import type { DescribedColumn } from '../components/import-columns';
import { listed, wordFor, type Listed } from './codes';
import { columnLabel } from './column-labels';
import { headings } from './headings';
import { columnsToFill, templateHeading } from './template';

const isListed = (column: string): column is Listed => Object.hasOwn(listed, column);

/** What the page says of each column of a file. */
export function describedColumns(t: Translate): DescribedColumn[] {
  return columnsToFill.map((column) => {
    const heading = templateHeading(t.lang, column);
    return {
      column, heading, label: columnLabel(t, column), required: column === 'name' || column === 'legal_form',
      others: [column, ...headings[column]].filter((other, i, all) => other !== heading && all.indexOf(other) === i),
      several: isListed(column) && column !== 'legal_form' && column !== 'district',
      words: isListed(column) ? listed[column].map((value) => ({ value, label: wordFor(t, column, value) })) : [],
    };
  });
}
