using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Builder.Tests.Damaged;

/// <summary>
/// Tries a reader on files that are cut, changed or made up: each is read or refused in words, soon and with little memory. The same kind, seed and number always make
/// the same file, so that what fails once can be tried again. Longer with BUILDER_FUZZ_SECONDS, other files with BUILDER_FUZZ_SEED; every suite that reads files of its own
/// compiles this folder in.
/// </summary>
internal static class Damage
{
    private const int FewestTries = 5;
    /// <summary>Bytes that a file may take on the way, most of which are given back at once.</summary>
    public const long MostMemory = 512 << 20;

    /// <summary>What one file may add to the memory of the whole process, where nothing else runs in it: what other threads and native libraries take counts as well.</summary>
    private const long MostOfProcess = 1L << 30;

    private static readonly double? s_long = double.TryParse(Environment.GetEnvironmentVariable("BUILDER_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var given) ? given : null;

    private static readonly int s_seed = int.TryParse(Environment.GetEnvironmentVariable("BUILDER_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 0;

    /// <summary>Which kinds are tried for long; all where nothing is said.</summary>
    private static readonly string s_only = Environment.GetEnvironmentVariable("BUILDER_FUZZ_ONLY") ?? "";

    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(0.15);

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private static readonly byte[][] s_nasty =
    [
        [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0, 0, 0, 0x80], [1, 0, 0, 0], [0xFF, 0xFF], [0], [0x80], "\""u8.ToArray(), "\r\n"u8.ToArray(), "<"u8.ToArray(), "{\"a\":"u8.ToArray(),
        "["u8.ToArray(), "99999999999999999999"u8.ToArray(), "-1"u8.ToArray(), "1e999"u8.ToArray(), "\\u0000"u8.ToArray(), "&#x10FFFF;"u8.ToArray(), [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    /// <summary>Reads changed files one after another, as long as the time for one kind of file lasts.</summary>
    /// <param name="kind">What the files are, for messages.</param>
    /// <param name="whole">A good file.</param>
    /// <param name="read">Reads one. What it throws ends the test; what is a refusal in words it must catch itself.</param>
    public static void Try(string kind, byte[] whole, Action<byte[]> read)
    {
        var each = s_long is { } seconds && Regex.IsMatch(kind, s_only) ? TimeSpan.FromSeconds(seconds) : s_usual;
        var (until, slowest, most) = (Stopwatch.StartNew(), TimeSpan.Zero, 0L);
        var number = 0;
        for (; number < FewestTries || until.Elapsed < each; number++)
        {
            var bytes = Of(whole, Chance(kind, number));
            var (watch, peak) = (Stopwatch.StartNew(), Peak());

            // A thread of its own: those of the pool may all be waiting in other tests.
            var reading = Task.Factory.StartNew(() => Allocated(() => read(bytes)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            try
            {
                Assert.True(reading.Wait(s_longest), $"{kind}, change {number}: still not read after {s_longest}. {Keep(kind, bytes)}");
            }
            catch (AggregateException failure)
            {
                Assert.Fail($"{kind}, change {number}: {failure.InnerException} {Keep(kind, bytes)}");
            }

            (slowest, most) = (watch.Elapsed > slowest ? watch.Elapsed : slowest, Math.Max(most, reading.Result));
            Assert.True(watch.Elapsed < s_longest, $"{kind}, change {number}: {watch.Elapsed}. {Keep(kind, bytes)}");
            Assert.True(reading.Result < MostMemory, $"{kind}, change {number}: {reading.Result:N0} bytes of memory. {Keep(kind, bytes)}");
            Assert.True(Peak() - peak < MostOfProcess, $"{kind}, change {number}: {Peak() - peak:N0} bytes more of the process. {Keep(kind, bytes)}");
        }

        if (each > s_usual)
        {
            File.AppendAllText(Path.Combine(Path.GetTempPath(), "builder-fuzz.txt"), string.Create(
                CultureInfo.InvariantCulture, $"{kind}: {number} files in {until.Elapsed.TotalSeconds:0} s, seed {s_seed}, slowest {slowest.TotalSeconds:0.00} s, most {most >> 20} MB\n"));
        }
    }

    /// <summary>
    /// A changed copy: bytes anywhere, or one field of what its kind of file is made of, all else right; of an archive sometimes with all checksums right, so that the
    /// change reaches what reads the files in it.
    /// </summary>
    public static byte[] Of(byte[] whole, Random random) => random.Next(3) switch
    {
        0 => Within(whole, random) ?? Changed(whole, random),
        1 => Structure.OneField(whole, random) ?? Changed(whole, random),
        _ => Changed(whole, random),
    };

    /// <summary>Of a kind and a number always the same; GetHashCode of a text is another in each process.</summary>
    private static Random Chance(string kind, int number) => new(kind.Aggregate((s_seed * 31) + number, (hash, c) => unchecked((hash * 31) + c)));

    private static long Peak()
    {
        if (s_long is null)
        {
            return 0;
        }

        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static long Allocated(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[]? Within(byte[] whole, Random random)
    {
        try
        {
            return whole.AsSpan().StartsWith("PK\u0003\u0004"u8) ? InZip(whole, random) : whole.AsSpan().StartsWith<byte>([0x1F, 0x8B]) ? InGzip(whole, random) : null;
        }
        catch (InvalidDataException)
        {
            // What looks like an archive in one need not be one.
            return null;
        }
    }

    private static byte[] InZip(byte[] whole, Random random)
    {
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(whole)))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            var changed = from.Entries.Count == 0 ? 0 : random.Next(from.Entries.Count);
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var entry = from.Entries[i].Open();
                using var content = new MemoryStream();
                entry.CopyTo(content);
                using var copy = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                copy.Write(i == changed ? Of(content.ToArray(), random) : content.ToArray());
            }
        }

        return packed.ToArray();
    }

    private static byte[] InGzip(byte[] whole, Random random)
    {
        using var content = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(whole), CompressionMode.Decompress))
        {
            gzip.CopyTo(content);
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Of(content.ToArray(), random));
        }

        return packed.ToArray();
    }

    private static byte[] Changed(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var times = random.Next(1, 8); times > 0 && bytes.Count > 0; times--)
        {
            var place = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - place);
            switch (random.Next(9))
            {
                case 0: bytes[place] = (byte)random.Next(256); break;
                case 1: bytes[place] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes[place] = bytes[random.Next(bytes.Count)]; break;
                case 3: bytes.RemoveRange(place, length); break;
                case 4: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length)); break;
                case 5: bytes.RemoveRange(place, bytes.Count - place); break;
                case 6: Overwrite(bytes, place, s_nasty[random.Next(s_nasty.Length)]); break;
                case 7: bytes.InsertRange(place, s_nasty[random.Next(s_nasty.Length)]); break;

                // Nested deeply, or one line that never ends.
                default: bytes.InsertRange(place, Enumerable.Repeat(random.Next(3) == 0 ? s_nasty[random.Next(s_nasty.Length)] : [.. bytes.GetRange(place, Math.Min(length, 16))], random.Next(2, 3000)).SelectMany(b => b)); break;
            }
        }

        return [.. bytes];
    }

    private static void Overwrite(List<byte> bytes, int place, byte[] with)
    {
        for (var i = 0; i < with.Length && place + i < bytes.Count; i++)
        {
            bytes[place + i] = with[i];
        }
    }

    // To be looked at, and to become a test of its own.
    private static string Keep(string kind, byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"builder-damaged-{string.Concat(kind.Select(c => char.IsLetterOrDigit(c) ? c : '-'))}");
        File.WriteAllBytes(path, bytes);
        return $"The file: {path}";
    }
}
