import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import type { CliIo } from './cli-io';
import { copySdk, type CopySdkOptions } from './copy-sdk';
import { runDoctor } from './doctor';
import { parseDoctorOptions, type RawDoctorOptions } from './doctor-options';
import { withEnvFile } from './env-file';
import { guardOutput } from './guard-output';
import { defaultSdkVersion } from './sdk-files';

/** Runs the command line and resolves with the exit code; 2 for invalid usage. Never rejects. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  let exitCode = 0;
  const printError = guardOutput(io.stderr, () => []);
  const program = new Command('react-zoom-meeting')
    .description('Command line tools for react-zoom-meeting.')
    .version(version)
    // Without this, --version after a command would be the program's option.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      // Commander repeats what was typed, which may be a secret in the wrong place.
      writeErr: (text) =>
        printError(text.replace(/=[^'\s]*/g, '=…').replace(/'(?!--[a-z-]+ <)[^']{20,}'/g, "'…'")),
      getOutHasColors: () => io.colours,
      getErrHasColors: () => io.colours,
    });

  program
    .command('doctor')
    .summary('check a signature, or the endpoint that creates signatures')
    .description(
      'Checks a signature, or the endpoint that creates signatures, and tells you what to change.\n' +
        'Never prints a secret or a whole signature.',
    )
    .argument(
      '[signature]',
      'the signature, or - to read it from standard input, which keeps it out of your shell history',
    )
    .option('--url <url>', 'the endpoint to check: POST {meetingNumber, role}, as in Zoom’s sample')
    .option('--meeting-number <number>', 'the meeting to request, and to compare mn with')
    .option('--meeting-number-env <name>', 'the environment variable that holds the meeting number')
    .option('--role <0|1>', 'the role to request, and to compare role with')
    .option(
      '--header <header>',
      "a request header 'Name: value', e.g. a session cookie (repeatable)",
      collect,
    )
    .option('--origin <origin>', 'send the requests as a page on this origin would, and check CORS')
    .option('--secret-env <name>', 'the environment variable that holds the SDK secret, to check the HMAC')
    .option('--env-file <file>', 'read environment variables from this file, as node --env-file does')
    // Defined only so that it is refused with an explanation.
    .addOption(new Option('--secret [secret]').hideHelp())
    .option('--calls <n>', 'how many requests to send. With more, the clock is measured more precisely', '5')
    .option('--timeout <ms>', 'the time limit for each request', '10000')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit codes: 0 no errors, 1 at least one error, 2 nothing could be checked.\n' +
        '\nExamples:\n' +
        '  react-zoom-meeting doctor --url http://localhost:3001/api/zoom/signature --meeting-number "123 4567 890"\n' +
        '  react-zoom-meeting doctor --url … --env-file .env --secret-env ZOOM_SDK_SECRET\n' +
        '  pbpaste | react-zoom-meeting doctor - --meeting-number "123 4567 890"\n',
    )
    .action(async (signature: string | undefined, raw: RawDoctorOptions) => {
      const env = await withEnvFile(raw.envFile, io.env, io.cwd);
      exitCode = await runDoctor(parseDoctorOptions(signature, raw, env), io);
    });

  program
    .command('copy-sdk')
    .summary('copy the SDK’s files to a folder for scriptSdk({ baseUrl })')
    .description(
      'Copies the SDK’s files to a folder for scriptSdk({ baseUrl }). The files come from the installed ' +
        '@zoom/meetingsdk, or from the npm registry if it is not installed. Run it again to update them.',
    )
    .argument('<dir>', 'a folder that your server serves, e.g. public/zoom-sdk. Other files in it are kept')
    .option(
      '--version <version>',
      `a version or a tag (default: the installed version, otherwise ${defaultSdkVersion})`,
    )
    .option(
      '--compress',
      'also write .br and .gz files, for a server that sends them. Takes about half a minute',
    )
    .option(
      '--integrity <file>',
      'write the hashes of the scripts to this JSON file, for scriptSdk({ integrity })',
    )
    .action(async (dir: string, options: Omit<CopySdkOptions, 'dir'>) => {
      await copySdk({ dir, ...options }, io);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // A CliError, or an error of the system such as a full disk.
    printError(`error: ${error instanceof Error ? error.message : 'failed'}\n`);
    return 2;
  }
}

function collect(value: string, all: string[] = []): string[] {
  return [...all, value];
}
