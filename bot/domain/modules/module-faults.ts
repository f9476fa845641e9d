/** Why a line of a module cannot be taken, or the whole file (line 1): a key of `locales/` and what fills its blanks. */
export type ModuleFault = {
  line: number;
  key: `module.fault.${FaultCode}`;
  with?: { readonly [blank: string]: string | number };
};

type FaultCode =
  | 'encoding'
  | 'head-open'
  | 'head-close'
  | 'head-line'
  | 'head-unknown'
  | 'twice'
  | 'missing'
  | 'code'
  | 'code-taken'
  | 'case-taken'
  | 'long'
  | 'whole'
  | 'choice'
  | 'date'
  | 'jp'
  | 'jp-most'
  | 'jp-decree'
  | 'decree'
  | 'decree-alone'
  | 'minutes-short'
  | 'outside'
  | 'section'
  | 'title'
  | 'no-card'
  | 'no-question'
  | 'no-case'
  | 'empty'
  | 'card-long'
  | 'paragraph-long'
  | 'paragraph-lines'
  | 'mark'
  | 'html'
  | 'link'
  | 'table'
  | 'picture-form'
  | 'picture-here'
  | 'picture-alt'
  | 'picture-second'
  | 'picture-file'
  | 'picture-kind'
  | 'picture-large'
  | 'picture-broken'
  | 'choices'
  | 'choice-form'
  | 'right-none'
  | 'right-many'
  | 'field'
  | 'scene-name'
  | 'next-unknown'
  | 'scene-lost'
  | 'circle';

/** Notes a fault; reading goes on, so that one reading names them all. */
export type Note = (line: number, code: FaultCode, blanks?: ModuleFault['with']) => void;

/** A list of faults and the way to add to it. */
export const noting = (): { faults: ModuleFault[]; note: Note } => {
  const faults: ModuleFault[] = [];
  const note: Note = (line, code, blanks) => {
    faults.push({ line, key: `module.fault.${code}`, ...(blanks && { with: blanks }) });
  };
  return { faults, note };
};

/** In the order of the lines, each once. */
export const inLineOrder = (faults: readonly ModuleFault[]): ModuleFault[] => {
  const told = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...told.values()].toSorted((a, b) => a.line - b.line);
};
