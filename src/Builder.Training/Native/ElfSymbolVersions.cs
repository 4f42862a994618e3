using System.Buffers.Binary;
using System.Text;

namespace Builder.Training.Native;

/// <summary>
/// Lets a 64-bit ELF library that was linked against GCC 13's C++ runtime be loaded with an older one. Such a library asks for version
/// <c>GLIBCXX_3.4.32</c> because of one function, <c>std::ios_base_library_init()</c>, which sets up the standard streams. Wherever libtorch is
/// loaded the streams are set up already, so a function without effect may take its place. The layout of the tables is that of the
/// System V ABI and of the Linux Standard Base, "Symbol Versioning".
/// </summary>
public static class ElfSymbolVersions
{
    /// <summary>The function that an older runtime lacks, by its mangled name.</summary>
    public const string Missing = "_ZSt21ios_base_library_initv";

    private const string Wanted = "GLIBCXX_3.4.32";
    private const string Available = "GLIBCXX_3.4";
    private const string Runtime = "libstdc++.so.6";

    // std::locale::classic(): takes nothing, changes nothing, is in every runtime since GCC 3.4, and its name is the shorter one.
    private const string Harmless = "_ZNSt6locale7classicEv";

    private const uint DynamicSymbols = 11;
    private const uint VersionsNeeded = 0x6ffffffe;
    private const uint VersionOfSymbol = 0x6fffffff;
    private const ushort Weak = 2;

    /// <summary>The same library, to be loaded with an older runtime.</summary>
    /// <param name="library">The bytes of the file.</param>
    /// <returns>
    /// A changed copy; null where the file is not the kind that is known: not a 64-bit little-endian ELF file, not asking for that version,
    /// or asking for it because of anything but this one undefined function.
    /// </returns>
    public static byte[]? ForOlderRuntime(ReadOnlySpan<byte> library)
    {
        try
        {
            var patched = library.ToArray();
            return Patch(patched) ? patched : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A table points out of the file.
            return null;
        }
    }

    private static bool Patch(byte[] file)
    {
        if (!file.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return false;
        }

        var sections = Sections(file);
        if (Find(sections, VersionsNeeded) is not { } needed || Find(sections, VersionOfSymbol) is not { } versions
            || Find(sections, DynamicSymbols) is not { } symbols || needed.Link >= sections.Count || symbols.Link != needed.Link)
        {
            return false;
        }

        var names = sections[(int)needed.Link];
        var (wanted, available) = Versions(file, needed, names);
        if (wanted is not { } old || available is not { } next || OnlySymbolOf(file, versions, symbols, names, old.Index) is not { } symbol)
        {
            return false;
        }

        Write16(file, old.Flags, (ushort)(Read16(file, old.Flags) | Weak));
        Write16(file, versions.Offset + (symbol.Number * 2), next.Index);
        var name = Slice(file, symbol.Name, Missing.Length);
        name.Clear();
        Encoding.ASCII.GetBytes(Harmless, name);
        return true;
    }

    private static List<Section> Sections(byte[] file)
    {
        var (start, size, count) = ((int)Read64(file, 0x28), Read16(file, 0x3a), Read16(file, 0x3c));
        var sections = new List<Section>();
        for (var i = 0; i < count; i++)
        {
            var at = start + (i * size);
            sections.Add(new(Read32(file, at + 4), (int)Read64(file, at + 0x18), (int)Read64(file, at + 0x20), Read32(file, at + 0x28)));
        }

        return sections;
    }

    private static Section? Find(List<Section> sections, uint type) => sections.Find(section => section.Type == type);

    // Needed versions stand in two linked lists: libraries, and for each library its versions.
    private static (Version? Wanted, Version? Available) Versions(byte[] file, Section needed, Section names)
    {
        (Version? wanted, Version? available) = (null, null);
        for (var library = needed.Offset; ; )
        {
            if (Text(file, names, Read32(file, library + 4)) == Runtime)
            {
                for (var version = library + (int)Read32(file, library + 8); ; )
                {
                    var found = new Version(version + 4, Read16(file, version + 6));
                    switch (Text(file, names, Read32(file, version + 8)))
                    {
                        case Wanted: wanted = found; break;
                        case Available: available = found; break;
                    }

                    if (Read32(file, version + 12) is not (> 0 and var step))
                    {
                        break;
                    }

                    version += (int)step;
                }
            }

            if (Read32(file, library + 12) is not (> 0 and var next))
            {
                return (wanted, available);
            }

            library += (int)next;
        }
    }

    // The one undefined function that carries the version; null where there is another one, or where its name is part of another symbol's.
    private static (int Number, int Name)? OnlySymbolOf(byte[] file, Section versions, Section symbols, Section names, ushort version)
    {
        (int Number, int Name)? only = null;
        const int size = 24;
        var starts = new List<uint>();
        for (var i = 0; i < symbols.Size / size; i++)
        {
            var at = symbols.Offset + (i * size);
            starts.Add(Read32(file, at));
            if ((Read16(file, versions.Offset + (i * 2)) & 0x7fff) == version)
            {
                if (only is not null || Read16(file, at + 6) != 0 || Text(file, names, Read32(file, at)) != Missing)
                {
                    return null;
                }

                only = (i, names.Offset + (int)Read32(file, at));
            }
        }

        return only is { } symbol && starts.Count(start => Within(names.Offset + (int)start, symbol.Name)) == 1 ? only : null;
    }

    private static bool Within(int start, int name) => start >= name && start < name + Missing.Length;

    private static string Text(byte[] file, Section names, uint offset)
    {
        var text = file.AsSpan()[(names.Offset + (int)offset)..];
        return Encoding.ASCII.GetString(text[..Math.Max(0, text.IndexOf((byte)0))]);
    }

    private static Span<byte> Slice(byte[] file, int offset, int length) => file.AsSpan().Slice(offset, length);

    private static ushort Read16(byte[] file, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(file, offset, 2));

    private static uint Read32(byte[] file, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(file, offset, 4));

    private static ulong Read64(byte[] file, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(file, offset, 8));

    private static void Write16(byte[] file, int offset, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(Slice(file, offset, 2), value);

    private sealed record Section(uint Type, int Offset, int Size, uint Link);

    // Where the flags of a needed version stand, and the number that symbols refer to it by.
    private readonly record struct Version(int Flags, ushort Index);
}
