/** One request of the client and the sandbox's answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  /** Parsed; `undefined` when there is none. */
  readonly body: unknown;
  readonly status: number;
  /** Parsed; `undefined` when it is empty or no JSON. */
  readonly answer: unknown;
}

/** `fetch` that keeps what goes by. */
export function recordingFetch(exchanges: Exchange[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    const response = await fetch(request);
    exchanges.push({
      method: request.method,
      url: request.url,
      body: parse(sent),
      status: response.status,
      answer: parse(await response.clone().text()),
    });
    return response;
  };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
