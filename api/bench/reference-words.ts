/** What the reference keeps of a talk, what it hears, and what it says: as much, and by as many calls, as our own dialogue. */
export type Talk = {
  chat: number;
  revision: number;
  step: number;
  detail: string | null;
  category: string | null;
  lat: number | null;
  lng: number | null;
  identity: string | null;
};
export type Update = {
  update_id: number;
  message?: { chat: { id: number }; text?: string; location?: { latitude: number; longitude: number } };
  callback_query?: { id: string; from: { id: number }; data: string; message: { message_id: number } };
};
export type Call = { method: string; [name: string]: unknown };

const groups = [
  'Jalan',
  'Sampah',
  'Air',
  'Kesehatan',
  'Pendidikan',
  'Adminduk',
  'Bantuan sosial',
  'Ketertiban',
];
const inline = (...labels: string[]) => ({
  inline_keyboard: labels.map((label) => [{ text: label, callback_data: label }]),
});
const placeKeys = {
  keyboard: [[{ text: 'Kirim lokasi', request_location: true }], [{ text: 'Lewati' }]],
  one_time_keyboard: true,
  resize_keyboard: true,
};
export const html = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
/** What the person is told at a step, after the talk was written. */
export const question = ({ chat, step, detail, category, identity }: Talk, on?: number): Call => {
  const said = (text: string, reply_markup: unknown): Call =>
    on === undefined || step === 3
      ? { method: 'sendMessage', chat_id: chat, text, ...html, reply_markup }
      : { method: 'editMessageText', chat_id: chat, message_id: on, text, ...html, reply_markup };
  switch (step) {
    case 1:
      return said(
        'Apa yang ingin dilaporkan? Tulis apa yang terjadi, di mana, dan sejak kapan.',
        inline('Batal'),
      );
    case 2:
      return said('Laporan ini tentang apa?', inline('Lampu Jalan (PJU)', 'Listrik', ...groups));
    case 3:
      return said('Di mana lokasinya? Kirim lokasi, atau tulis alamatnya.', placeKeys);
    case 4:
      return said('Kirim satu foto, bila ada.', inline('Lewati'));
    case 5:
      return said('Siapa yang boleh membaca laporan ini?', inline('Biasa', 'Tertutup'));
    default:
      return said(
        `<b>Periksa dulu</b>\n${detail}\nKategori: ${category}\nSifat: ${identity}`,
        inline('Kirim', 'Ubah', 'Batal'),
      );
  }
};

/** What else the chat needs at a step: the card keeps what was chosen, our keyboard goes with a line, a sent card loses its buttons. */
export const besides = ({ chat, step, category }: Talk, on?: number): Call | undefined => {
  if (step === 3 && on !== undefined)
    return { method: 'editMessageText', chat_id: chat, message_id: on, text: `✓ ${category}`, ...html };
  if (step === 4 && on === undefined)
    return {
      method: 'sendMessage',
      chat_id: chat,
      text: 'Tempat: <b>Kutowinangun Kidul, Tingkir</b>.',
      ...html,
      reply_markup: { remove_keyboard: true },
    };
  if (step === 0 && on !== undefined)
    return {
      method: 'editMessageReplyMarkup',
      chat_id: chat,
      message_id: on,
      reply_markup: { inline_keyboard: [] },
    };
  return undefined;
};
