// What Bolt needs to admit a signed command and to answer it: in the acknowledgement itself, or after it by respond().
// Usage: node echo.mjs ack|respond; SLACK_SIGNING_SECRET and ASPNETCORE_URLS say the rest. It stores nothing.
import bolt from '@slack/bolt';

const { App, HTTPReceiver, LogLevel } = bolt;
const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  endpoints: ['/slack/commands'],
  logLevel: LogLevel.ERROR,
  customRoutes: [{ path: '/health/ready', method: ['GET'], handler: (_, response) => response.end('ready') }],
});
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' }),
});
app.command('/note', process.argv[2] === 'respond'
  ? async ({ command, ack, respond }) => {
    await ack();
    await respond({ text: command.text, response_type: 'in_channel' });
  }
  : async ({ command, ack }) => ack({ text: command.text, response_type: 'in_channel' }));
const { hostname, port } = new URL(process.env.ASPNETCORE_URLS);
await app.start({ host: hostname, port: Number(port) });
