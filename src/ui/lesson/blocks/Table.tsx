import type { Block } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { plainText } from '#ui/content/plain-text.ts';
import styles from './Table.module.css';

type TableBlock = Extract<Block, { type: 'table' }>;

/** A table; where it is too narrow for one, each row becomes a list of its cells with their headings. */
export function Table({ head, rows }: Pick<TableBlock, 'head' | 'rows'>) {
  return (
    <div className={styles.room} data-wide>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((cell, index) =>
              cell.length === 0 ? (
                <td key={index} aria-hidden="true" />
              ) : (
                <th key={index} scope="col">
                  <InlineContent content={cell} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    <InlineContent content={cell} />
                  </th>
                ) : (
                  <td key={column} data-label={plainText(head[column] ?? [])}>
                    <span>
                      <InlineContent content={cell} />
                    </span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
