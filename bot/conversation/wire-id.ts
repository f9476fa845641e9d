/**
 * What a button carries: `go:FORM[:ARGUMENT]` begins a conversation and never grows old; `TAG:QUESTION:CHOICE` answers
 * one question of one conversation.
 */
export type Button =
  | { kind: 'go'; form: string; argument: string | undefined }
  | { kind: 'answer'; tag: string; question: string; choice: string };

export const readButton = (id: string): Button | undefined => {
  const [first = '', second = '', ...rest] = id.split(':');
  if (!second) return undefined;
  const third = rest.length > 0 ? rest.join(':') : undefined;
  if (first === 'go') return { kind: 'go', form: second, argument: third };
  return third === undefined ? undefined : { kind: 'answer', tag: first, question: second, choice: third };
};
