import { describe, expect, test } from 'vitest';
import { telegramLink, whatsappLink } from './deep-link.ts';

describe('a link into a chat', () => {
  test('opens Telegram with a code', () => {
    expect(telegramLink('@sapa_salatiga_bot', 'l_SLT-7K4PQ2')).toBe(
      'https://t.me/sapa_salatiga_bot?start=l_SLT-7K4PQ2',
    );
  });

  test('opens WhatsApp with the same code as words', () => {
    expect(whatsappLink('+62 298-000-111', 'CEK SLT-7K4PQ2')).toBe(
      'https://wa.me/62298000111?text=CEK%20SLT-7K4PQ2',
    );
  });

  test('is not made of more than the platforms carry', () => {
    expect(() => telegramLink('sapa', 'l SLT')).toThrow(RangeError);
    expect(() => telegramLink('sapa', 'x'.repeat(65))).toThrow(RangeError);
    expect(() => whatsappLink('62298', 'x'.repeat(141))).toThrow(RangeError);
  });
});
