export { keepAlivePost, type Post, type Posted } from '../../emulator/post.ts';
