/** Servers of people, and what they are called here: hosted numbers are numbers of people all the same. */
const servers: { readonly [server: string]: 's.whatsapp.net' | 'lid' } = {
  's.whatsapp.net': 's.whatsapp.net',
  'c.us': 's.whatsapp.net',
  hosted: 's.whatsapp.net',
  lid: 'lid',
  'hosted.lid': 'lid',
};

/** Accounts of WhatsApp itself: announcements, and its assistant. */
const ofWhatsApp = new Set(['0', 'server', '13135550002']);

const parts = /^(\d{1,30}|server)(?:_\d+)?(?::\d+)?@([a-z.]+)$/;

/** The one form of a person's jid, whichever of their devices wrote; nothing for groups, broadcasts, channels and WhatsApp itself. */
export const personJid = (jid: unknown): string | undefined => {
  const [, user, server] = (typeof jid === 'string' && parts.exec(jid)) || [];
  const kept = server === undefined || !Object.hasOwn(servers, server) ? undefined : servers[server];
  return user === undefined || !kept || ofWhatsApp.has(user) ? undefined : `${user}@${kept}`;
};

export const isLid = (jid: string): boolean => jid.endsWith('@lid');
