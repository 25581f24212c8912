import type { ReactNode } from 'react';
import { classNames } from '#ui/kit/class-names.ts';
import styles from './RecordTable.module.css';
import { useTarget } from './use-target.ts';

interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** A relative width; 1 where nothing is said. */
  readonly wide?: true;
}

/** The first names the row. */
export type Columns<Row> = readonly [Column<Row>, ...Column<Row>[]];

interface RecordTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly columns: Columns<Row>;
}

/** A table whose rows have anchors; where it is narrow each row becomes a card, its cells named by their heads. */
export function RecordTable<Row>({ label, rows, idOf, columns }: RecordTableProps<Row>) {
  const target = useTarget();
  const [first, ...others] = columns;
  return (
    <table className={styles.table} aria-label={label}>
      <thead className={styles.head}>
        <tr>
          {columns.map(({ head, wide }) => (
            <th key={head} scope="col" className={wide && styles.wide}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const id = idOf(row);
          return (
            <tr key={id} id={id} className={classNames(styles.row, target === id && styles.target)}>
              <th scope="row" className={styles.name}>
                {first.cell(row)}
              </th>
              {others.map(({ head, cell }) => (
                <td key={head} data-head={head}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
