import { parseAnswer } from './answer';
import { pauseAfter } from './backoff';
import type { Question } from './call';
import type { Channel } from './channel';
import { request } from './request';

/** Ask, and ask again where the failure may pass. */
export async function ask<T>(
  channel: Channel,
  question: Question<T>,
  signal: AbortSignal,
): Promise<T> {
  const { random, wait } = channel.runtime;
  for (let attempt = 1; ; attempt++) {
    try {
      return parseAnswer(await request(channel, question, signal), question.answer, question);
    } catch (error) {
      const pause = pauseAfter(attempt, error, random);
      if (signal.aborted || pause === undefined) throw error;
      try {
        await wait(pause, signal);
      } finally {
        signal.throwIfAborted();
      }
    }
  }
}
