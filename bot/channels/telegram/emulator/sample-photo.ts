export { samplePhoto } from '../../emulator/sample-photo.ts';
