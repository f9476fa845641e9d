import { badRequest, type Params } from './outcome.ts';
import { isRecord } from './params.ts';

/** Parameters of a call from its query and body: JSON, a form, or a form with files. */
export async function readParams(query: string, type: string, body: Uint8Array): Promise<Params> {
  const asked = query === '' ? undefined : Object.fromEntries(new URLSearchParams(query));
  if (body.length === 0) return asked ?? {};
  const sent = await readBody(type, body);
  return asked ? { ...asked, ...sent } : sent;
}

async function readBody(type: string, body: Uint8Array): Promise<Params> {
  const kind = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  switch (kind) {
    case 'application/json':
      return readJson(new TextDecoder().decode(body));
    case 'application/x-www-form-urlencoded':
      return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
    case 'multipart/form-data':
      return readMultipart(type, body);
    default:
      return {};
  }
}

function readJson(text: string): Params {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (!isRecord(value)) throw badRequest('object expected');
  return value;
}

async function readMultipart(type: string, body: Uint8Array): Promise<Params> {
  const copy = new Uint8Array(body);
  const form = await new Response(copy, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (!form) throw badRequest("can't parse multipart/form-data");
  const params: Params = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') params[name] = value;
    else
      params[name] = { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return params;
}
