import { takeActs } from './acts.js';
import { takeCopies } from './copy.js';
import { toEnd } from './dom.js';
import { listen } from './live.js';
import { takeMap } from './map.js';
import { takePlays } from './play.js';

document.documentElement.classList.add('live');
takeActs();
takeCopies();
takeMap();
takePlays();
listen();
toEnd();
