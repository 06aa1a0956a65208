// Calls that wait and let nothing else run on their thread meanwhile. Sources, read 2026-11-21: docs.python.org/3
// (asyncio-dev, time, subprocess, urllib.request), and the documentation of requests, httpx, boto3, openai, text-generation, websocket-client.

export const ASYNCIO_GUIDE = 'https://docs.python.org/3/library/asyncio-dev.html#running-blocking-code';
export const CONCURRENT_HANDLERS_GUIDE = 'https://docs.runpod.io/serverless/workers/concurrent-handler';

/** The one call that has a twin in asyncio with the same argument. */
export const SLEEP = 'time.sleep';

const FUNCTIONS: ReadonlySet<string> = new Set([
  SLEEP,
  'os.system',
  'os.wait',
  'os.waitpid',
  'subprocess.run',
  'subprocess.call',
  'subprocess.check_call',
  'subprocess.check_output',
  'subprocess.getoutput',
  'subprocess.getstatusoutput',
  'urllib.request.urlopen',
  'urllib.request.urlretrieve',
  'urllib3.request',
  'wget.download',
  'gdown.download',
  'ollama.chat',
  'ollama.generate',
  'ollama.pull',
  'replicate.run',
  'websocket.create_connection',
]);

const HTTP_VERB = '(get|post|put|patch|delete|head|options|request|send|stream)';

/** Methods of clients and processes, by the path of the class and the method. */
const METHODS = new RegExp(
  `^(${[
    `requests\\.${HTTP_VERB}`,
    `requests\\.(session|Session|sessions\\.Session)\\.${HTTP_VERB}`,
    `httpx\\.${HTTP_VERB}`,
    `httpx\\.Client\\.${HTTP_VERB}`,
    `urllib3\\.(PoolManager|HTTPConnectionPool|HTTPSConnectionPool)\\.(request|urlopen)`,
    'subprocess\\.Popen\\.(wait|communicate)',
    'boto3\\.(client|resource|Session\\.client|session\\.Session\\.client)\\.(upload_\\w+|download_\\w+|put_\\w+|get_object|head_\\w+|list_\\w+|delete_\\w+|copy_\\w+)',
    'openai\\.(OpenAI|AzureOpenAI)\\.[\\w.]+\\.(create|generate|edit|retrieve|parse)',
    'anthropic\\.Anthropic\\.[\\w.]+\\.create',
    'text_generation\\.Client\\.(generate|generate_stream|chat)',
    'huggingface_hub\\.InferenceClient\\.\\w+',
    'websocket\\.(WebSocket|create_connection)\\.(connect|recv|send)',
    'threading\\.Thread\\.join',
    'multiprocessing\\.Process\\.join',
    'concurrent\\.futures\\.(Thread|Process)PoolExecutor\\.submit\\.result',
  ].join('|')})$`,
);

/** Whether a call of something outside the worker, by its dotted path, blocks its thread. */
export function isBlocking(path: string): boolean {
  return FUNCTIONS.has(path) || METHODS.test(path);
}
