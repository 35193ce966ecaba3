import type { ReactNode } from 'react';

export type Column = { key: string; label: string; numeric?: boolean; rowHeader?: boolean; /** Sentences, which need the whole width of a card. */ words?: boolean };
export type Row = { id: string; cells: Record<string, ReactNode>; line?: boolean };

/** A table; one of more than two columns becomes cards on a phone, each value under its own heading. */
export function DataTable({ caption, columns, rows, hideCaption }: { caption: string; columns: Column[]; rows: Row[]; hideCaption?: boolean }) {
  return (
    <table className={columns.length > 2 ? 'cards' : undefined}>
      <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={numeric ? 'num' : undefined}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells, line }) => (
          <tr key={id} className={line ? 'line' : undefined}>
            {columns.map(({ key, label, numeric, rowHeader, words }) => {
              const attributes = { className: numeric ? 'num' : words ? 'words' : undefined, 'data-label': label };
              const value = <span className="cell">{cells[key]}</span>;
              return rowHeader ? <th key={key} scope="row" {...attributes}>{value}</th> : <td key={key} {...attributes}>{value}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
