// A process of its own for the simulated site: it gets a seed and tells its address, and tells its
// processor time when asked.
import { startSandbox, type SeedInput } from '../../src/sandbox/server';

process.on('message', (message: { readonly seed: SeedInput } | 'cpu') => {
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
    return;
  }
  void startSandbox(message).then(({ origin }) => process.send?.(origin));
});

// Whoever started it is gone.
process.once('disconnect', () => process.exit());
