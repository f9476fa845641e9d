import { isInstalled } from '../../linked-device/library.ts';
import { plainSkin } from './plain.ts';
import type { Skin, SkinParts } from './skin.ts';
import type { SkinName } from './skin-name.ts';
import { telegramSkin } from './telegram.ts';
import { whatsappSkin } from './whatsapp.ts';

export type Skins = ReadonlyMap<SkinName, Skin>;

/** Every app that a visitor can hold here; plain text only where the client's package is installed. */
export const openSkins = (parts: SkinParts): Skins =>
  new Map<SkinName, Skin>([
    ['telegram', telegramSkin(parts)],
    ['whatsapp', whatsappSkin(parts)],
    ...(isInstalled() ? [['teks', plainSkin(parts)] as const] : []),
  ]);
