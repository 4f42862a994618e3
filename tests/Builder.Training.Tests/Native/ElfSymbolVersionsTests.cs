using System.Text;
using Builder.Training.Native;

namespace Builder.Training.Tests.Native;

/// <summary>The package's own library is what is tried: the change is made for it, and for nothing that is not like it.</summary>
public sealed class ElfSymbolVersionsTests
{
    private static readonly byte[] s_library = File.ReadAllBytes(PathOf("libLibTorchSharp.so"));

    [Fact]
    public void The_packages_library_is_changed_in_a_flag_a_version_and_a_name_only()
    {
        var patched = ElfSymbolVersions.ForOlderRuntime(s_library)!;

        var changed = Enumerable.Range(0, s_library.Length).Where(i => patched[i] != s_library[i]).ToList();
        var name = s_library.AsSpan().IndexOf(Encoding.ASCII.GetBytes(ElfSymbolVersions.Missing));
        Assert.Equal(s_library.Length, patched.Length);
        Assert.Equal("_ZNSt6locale7classicEv\0", Encoding.ASCII.GetString(patched, name, 23));
        // Outside the name: one byte of flags, and one of the symbol's version.
        Assert.Equal(2, changed.Count(i => i < name || i >= name + ElfSymbolVersions.Missing.Length));
    }

    [Fact]
    public void A_library_that_was_changed_is_not_changed_again() =>
        Assert.Null(ElfSymbolVersions.ForOlderRuntime(ElfSymbolVersions.ForOlderRuntime(s_library)));

    [Theory]
    [InlineData("libc10.so")]
    [InlineData("libtorch.so")]
    public void A_library_that_does_not_ask_for_the_version_is_left_alone(string name) =>
        Assert.Null(ElfSymbolVersions.ForOlderRuntime(File.ReadAllBytes(PathOf(name))));

    [Fact]
    public void A_library_that_needs_something_else_of_the_version_is_left_alone()
    {
        var other = s_library.ToArray();
        var name = other.AsSpan().IndexOf(Encoding.ASCII.GetBytes(ElfSymbolVersions.Missing));
        other[name + 5] = (byte)'X';

        Assert.Null(ElfSymbolVersions.ForOlderRuntime(other));
    }

    [Fact]
    public void What_is_no_library_or_is_cut_off_is_left_alone()
    {
        var random = new Random(5);
        Assert.Null(ElfSymbolVersions.ForOlderRuntime([]));
        Assert.Null(ElfSymbolVersions.ForOlderRuntime("MZ, or whatever"u8));
        for (var i = 0; i < 40; i++)
        {
            Assert.Null(ElfSymbolVersions.ForOlderRuntime(s_library.AsSpan(0, random.Next(s_library.Length * 9 / 10))));
        }
    }

    [Fact]
    public void Damaged_tables_end_in_an_answer_not_in_an_exception()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var damaged = s_library.ToArray();
            for (var k = 0; k < 20; k++)
            {
                // The first pages and the last ones hold the tables.
                var at = random.Next(2) == 0 ? random.Next(64) : damaged.Length - 1 - random.Next(4096);
                damaged[at] = (byte)random.Next(256);
            }

            ElfSymbolVersions.ForOlderRuntime(damaged);
        }
    }

    private static string PathOf(string name) =>
        $"{AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES")}:{AppContext.BaseDirectory}".Split(':')
            .Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
