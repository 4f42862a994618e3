using System.CommandLine;
using Builder.Runner.Console;

namespace Builder.Runner.Serving;

/// <summary>builder serve: takes commands as lines of JSON on standard input and tells events as lines on standard output.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("serve", ConsoleLocalizer.In(
            "For programs: takes commands as lines of JSON on standard input and answers with events on standard output.",
            "供程序使用：从标准输入逐行读取 JSON 命令，并在标准输出逐行给出事件。"));
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        RunnerServer.EndWithServer();

        // What a library prints must not get between the events.
        var output = System.Console.OpenStandardOutput();
        System.Console.SetOut(TextWriter.Null);
        var code = Serve(output);

        // Everything is written. A batch that still computes, or libtorch that is still being loaded, must neither hold the process up nor
        // change its exit code by crashing in the tidying up.
        ProcessEnding.Now(code);
        return code;
    }

    private static int Serve(Stream output)
    {
        using var events = new EventStream(output);
        using var server = new RunnerServer(events);
        return server.Run(System.Console.OpenStandardInput());
    }
}
