import { badRequest } from '../outcome.ts';
import { textOf } from '../params.ts';
import type { Method } from './method.ts';

/** Bots may fetch at most 20 MiB. https://core.telegram.org/bots/api#getfile */
const downloadMaxBytes = 20 * 1024 * 1024;

export const getFile: Method = ({ world }, params) => {
  const id = textOf(params, 'file_id');
  if (id === '') throw badRequest('file_id not specified');
  const file = world.files.byId(id);
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.wire.file_size > downloadMaxBytes) throw badRequest('file is too big');
  const { file_id, file_unique_id, file_size } = file.wire;
  return { file_id, file_unique_id, file_size, file_path: world.files.link(file, world.clock.now()) };
};
