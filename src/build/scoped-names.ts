import path from 'node:path';

/** Names the classes of CSS Modules after their files, `Header_place`. Two files of one name would share their classes. */
export function scopedNames(): (name: string, file: string) => string {
  const files = new Map<string, string>();
  return (name, file) => {
    const module = path.basename(file).replace(/\.module\.css.*$/, '');
    const known = files.get(module) ?? file;
    files.set(module, known);
    if (known !== file) throw new Error(`${file} and ${known} have one name; each module of CSS needs its own.`);
    return `${module}_${name}`;
  };
}
