import { parseAnswer } from './answer';
import { pauseAfter } from './backoff';
import type { Question } from './call';
import type { Channel } from './channel';
import { repeat } from './repeat';
import { request } from './request';

/** Ask, and ask again where the failure may pass. */
export function ask<T>(channel: Channel, question: Question<T>, signal: AbortSignal): Promise<T> {
  return repeat(
    channel,
    async () => parseAnswer(await request(channel, question, signal), question.answer, question),
    pauseAfter,
    signal,
  );
}
