import type { Asked, Given, Serve } from '../../emulator/wire-request.ts';
import { carryOut, refused } from './carry-out.ts';
import { typingS } from './limits.ts';
import { sumInAnswer } from './media.ts';
import { isReadMark, readReadMark } from './messages/read-message.ts';
import { Refusal } from './refusal.ts';
import { sendMessage } from './send-message.ts';
import { showTemplates } from './show-templates.ts';
import { markRead } from './typing.ts';
import { jsonBody, keepUpload, readUpload } from './upload.ts';
import type { Desk } from './world.ts';

const callPath = /^\/(?:v\d+\.\d+\/)?([\w-]+)(?:\/(messages|media|message_templates))?(?:\?(.*))?$/;
const filePath = /^\/media\/(\d+)$/;

/** The whole Graph server behind one function: messages, media, the health of a number, the list of templates. */
export function createGraphServer(desks: readonly [Desk, ...Desk[]]): Serve {
  const { world } = desks[0];
  const decline = (refusal: Refusal): Given => refused(refusal, world.dice);

  function deskFor({ authorization }: Asked, id: string): Desk {
    const token = /^Bearer (.+)$/.exec(authorization)?.[1];
    const mine = desks.filter((desk) => desk.number.token === token);
    const named = desks.find(({ number }) => number.phoneNumberId === id || number.wabaId === id);
    if (!mine[0]) throw new Refusal(190, 'no such token');
    if (named && !mine.includes(named)) throw new Refusal(10, 'not the token of this number');
    return named ?? mine[0];
  }

  async function answer(asked: Asked): Promise<Given> {
    const [, fileKey] = filePath.exec(asked.target) ?? [];
    if (fileKey) return file(asked, fileKey);
    const [, id = '', edge, query = ''] = callPath.exec(asked.target) ?? [];
    const desk = deskFor(asked, id);
    const asksNumber = desk.number.phoneNumberId === id;
    switch (`${asked.method} ${edge ?? ''}`) {
      case 'POST messages':
        return asksNumber ? messages(desk, jsonBody(asked.body)) : decline(unknown(asked, id));
      case 'POST media':
        return asksNumber ? upload(desk, asked) : decline(unknown(asked, id));
      case 'GET message_templates':
        return carryOut(desk, { call: 'templates', params: {}, run: () => showTemplates(world.templates) });
      case 'GET ':
        return asksNumber ? health(desk, query) : media(desk, asked, id);
      default:
        return decline(unknown(asked, id));
    }
  }

  async function file(asked: Asked, key: string): Promise<Given> {
    const desk = deskFor(asked, '');
    const found = world.media.byPath(key, world.clock.now());
    const run = () => {
      if (!found) throw new Refusal(33, 'no such file any more');
      return {};
    };
    const given = await carryOut(desk, { call: 'file', params: { key }, run });
    if (given.kind !== 'json' || given.status !== 200 || !found)
      return given.kind === 'json' && !found ? { ...given, status: 404 } : given;
    return { kind: 'file', bytes: found.bytes, type: found.type };
  }

  return async (asked) => {
    try {
      return await answer(asked);
    } catch (reason) {
      if (reason instanceof Refusal) return decline(reason);
      throw reason;
    }
  };
}

const unknown = ({ method }: Asked, id: string): Refusal =>
  new Refusal(33, `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist`);

function messages(desk: Desk, body: Record<string, unknown>): Promise<Given> {
  if (isReadMark(body)) {
    const run = () => {
      markRead(desk, readReadMark(body), typingS);
      return { success: true };
    };
    return carryOut(desk, { call: 'read-mark', params: body, run });
  }
  const to = body.to ?? body.recipient;
  const named = typeof to === 'string' ? { to } : {};
  return carryOut(desk, {
    call: 'messages',
    ...named,
    params: body,
    run: (late) => sendMessage(desk, body, late),
  });
}

async function upload(desk: Desk, { type, body }: Asked): Promise<Given> {
  const form = await readUpload(type, body);
  const params = { name: form.name, type: form.type, size: form.bytes.length };
  return carryOut(desk, { call: 'upload', params, run: () => ({ id: keepUpload(desk.world, form).id }) });
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
function media(desk: Desk, asked: Asked, id: string): Promise<Given> {
  const { world } = desk;
  const run = () => {
    const found = world.media.byId(id, world.clock.now());
    if (!found) throw unknown(asked, id);
    return {
      messaging_product: 'whatsapp',
      url: `${asked.origin}/media/${world.media.link(found, world.clock.now())}`,
      mime_type: found.type,
      sha256: sumInAnswer(found),
      file_size: found.size,
      id,
    };
  };
  return carryOut(desk, { call: 'media', params: { id }, run });
}

function health(desk: Desk, query: string): Promise<Given> {
  const { phoneNumberId: id, displayNumber } = desk.number;
  const all: Record<string, unknown> = {
    verified_name: 'Pendopo',
    display_phone_number: displayNumber,
    quality_rating: 'GREEN',
    code_verification_status: 'VERIFIED',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    health_status: { can_send_message: 'AVAILABLE' },
  };
  const fields = new URLSearchParams(query).get('fields')?.split(',');
  const run = () => {
    const stray = fields?.find((field) => field !== 'id' && !Object.hasOwn(all, field));
    if (stray) throw new Refusal(100, `Tried accessing nonexisting field (${stray})`);
    const asked = Object.entries(all).filter(
      ([field]) => fields?.includes(field) ?? field !== 'health_status',
    );
    return { ...Object.fromEntries(asked), id };
  };
  return carryOut(desk, { call: 'health', params: fields ? { fields } : {}, run });
}
