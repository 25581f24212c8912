import { Fragment } from 'react';

/** A path or a type of Azure Resource Manager, which breaks after a slash where it has to. */
export function Path({ children }: { readonly children: string }) {
  return children.split(/(?<=\/)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
