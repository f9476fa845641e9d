import type { TextFile } from '../../conversation/reply.ts';

/**
 * A document of ours as Meta takes it: of all that is made of text its list of media holds `text/plain` alone (page
 * "media", supported media types), and a file's name should end in what it is. The words inside stay as they are.
 */
export const asPlainText = ({ name, text }: TextFile): TextFile => ({
  name: `${name.replace(/\.[^.]*$/, '')}.txt`,
  type: 'text/plain',
  text,
});
