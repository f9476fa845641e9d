/** The service as a process: `npm start`. */
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 24) {
  process.stderr.write(
    `Pendopo needs Node 24, this is ${process.versions.node}. Start it with "npm start": npm brings its own Node 24.\n`,
  );
  process.exit(1);
}

const { runService } = await import('./run-service.ts');
await runService();
