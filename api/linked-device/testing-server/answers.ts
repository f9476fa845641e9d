import type { BinaryNode } from '@whiskeysockets/baileys';
import { bundleNode, rotatedIn, uploadedIn } from './key-bundle.ts';
import type { LinkedCompanion } from './linked-devices.ts';
import { childrenOf, inside, node, result } from './nodes.ts';
import type { World } from './world.ts';

type Answer = (
  question: BinaryNode,
  world: World,
  device: LinkedCompanion,
) => BinaryNode | Promise<BinaryNode>;

const namedIn = (list: BinaryNode | undefined): string[] =>
  childrenOf(list ?? node('list')).flatMap(({ attrs }) => attrs.jid ?? []);

/** Which devices somebody has, and by which hidden id they are known. */
const people: Answer = (question, world) => {
  const users = namedIn(inside(question, 'usync', 'list')).flatMap((jid) => {
    const who = world.whoIs(jid);
    if (!who) return [];
    const companions = who === world.office ? world.devices.all() : [];
    const devices = [
      node('device', { id: '0' }),
      ...companions.map(({ index }) => node('device', { id: `${index}`, 'key-index': `${index}` })),
    ];
    return node('user', { jid }, [
      node('devices', {}, [node('device-list', {}, devices)]),
      node('lid', { val: who.lid }),
    ]);
  });
  return result(question, [node('usync', {}, [node('list', {}, users)])]);
};

/** The keys of whoever is named, each with a one-time key of its own. */
const keys: Answer = async (question, world) => {
  const asked = namedIn(inside(question, 'key'));
  const users = await Promise.all(
    asked.map(async (jid) => {
      const bundle = await world.whoIs(jid)?.phone.bundle();
      return bundle ? bundleNode(jid, bundle) : node('user', { jid }, [node('error', { code: '404' })]);
    }),
  );
  return result(question, [node('list', {}, users)]);
};

const answers: { readonly [asked: string]: Answer } = {
  'get encrypt count': (question, _, device) =>
    result(question, [node('count', { value: `${device.keysLeft()}` })]),
  'get encrypt digest': (question) => result(question, [node('digest')]),
  'get encrypt key': keys,
  'set encrypt registration': (question, _, device) => {
    device.add(uploadedIn(question));
    return result(question);
  },
  'set encrypt rotate': (question, _, device) => {
    device.rotate(rotatedIn(question));
    return result(question);
  },
  'get usync usync': people,
  'set w:m media_conn': (question, { files }) =>
    result(question, [
      node('media_conn', { auth: 'test', ttl: '3600' }, [node('host', { hostname: files.hostname })]),
    ]),
  'get w:p ping': (question) => result(question),
  'get abt props': (question) => result(question, [node('props')]),
  'get blocklist ': (question) => result(question, [node('list')]),
  'get privacy privacy': (question) => result(question, [node('privacy')]),
  'set privacy tokens': (question) => result(question),
  'set passive active': (question) => result(question),
};

/** The answer to a question of a linked device; what is not known is answered with nothing and remembered. */
export const answered: Answer = (question, world, device) => {
  const { type, xmlns } = question.attrs;
  const answer = answers[`${type} ${xmlns} ${childrenOf(question)[0]?.tag ?? ''}`];
  if (answer) return answer(question, world, device);
  world.unanswered.push(question);
  return result(question);
};
