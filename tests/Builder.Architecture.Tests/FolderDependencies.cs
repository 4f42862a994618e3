using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Builder.Architecture.Tests;

/// <summary>One folder of a room that names another, and the first type that does.</summary>
internal sealed record FolderLink(string From, string To, string Example);

/// <summary>
/// Which folders of a room use which others, read from its compiled code: base types, members, local variables and instructions. A folder is
/// the first part of a namespace after the room's own; what stands in the room's root (its start and its common ground) belongs to none.
/// </summary>
internal sealed class FolderDependencies
{
    private readonly string _room;
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly Dictionary<(string From, string To), string> _links = [];

    private FolderDependencies(string room, PEReader file)
    {
        (_room, _file, _metadata) = (room, file, file.GetMetadataReader());
        foreach (var handle in _metadata.TypeDefinitions)
        {
            ReadType(_metadata.GetTypeDefinition(handle));
        }
    }

    /// <summary>All links between the folders of a room.</summary>
    public static IReadOnlyList<FolderLink> Of(string room)
    {
        using var stream = File.OpenRead(Rooms.AssemblyPath(room));
        using var file = new PEReader(stream);
        return [.. new FolderDependencies(room, file)._links.Select(link => new FolderLink(link.Key.From, link.Key.To, link.Value))];
    }

    /// <summary>Groups of folders in which each reaches each other, in the order of their names.</summary>
    public static IReadOnlyList<string[]> Cycles(IReadOnlyList<FolderLink> links)
    {
        var next = links.ToLookup(link => link.From, link => link.To);
        var reached = links.Select(link => link.From).Distinct().ToDictionary(folder => folder, folder => Reach(folder, next));
        return [.. reached.Keys.Where(folder => reached[folder].Contains(folder))
            .Select(folder => reached[folder].Where(other => reached.ContainsKey(other) && reached[other].Contains(folder)).Order(StringComparer.Ordinal).ToArray())
            .DistinctBy(cycle => string.Join(' ', cycle)).OrderBy(cycle => cycle[0], StringComparer.Ordinal)];
    }

    private static HashSet<string> Reach(string folder, ILookup<string, string> next)
    {
        var (reached, open) = (new HashSet<string>(), new Stack<string>([folder]));
        while (open.TryPop(out var from))
        {
            foreach (var to in next[from].Where(reached.Add))
            {
                open.Push(to);
            }
        }

        return reached;
    }

    private void ReadType(TypeDefinition type)
    {
        if (FolderOf(type) is not { } from)
        {
            return;
        }

        var used = new UsedTypes(_metadata);
        used.Add(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            used.Add(_metadata.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in type.GetFields())
        {
            _metadata.GetFieldDefinition(field).DecodeSignature(used, null);
        }

        foreach (var method in type.GetMethods())
        {
            ReadMethod(_metadata.GetMethodDefinition(method), used);
        }

        foreach (var definition in used.Definitions.Select(_metadata.GetTypeDefinition))
        {
            if (FolderOf(definition) is { } to && to != from)
            {
                _links.TryAdd((from, to), $"{NameOf(type)} uses {NameOf(definition)}");
            }
        }
    }

    private void ReadMethod(MethodDefinition method, UsedTypes used)
    {
        method.DecodeSignature(used, null);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(used, null);
        }

        foreach (var instruction in Il.Read(body.GetILReader()).Where(Il.NamesMember))
        {
            used.Add(MetadataTokens.EntityHandle(instruction.Token));
        }
    }

    private string? FolderOf(TypeDefinition type)
    {
        var name = _metadata.GetString(Outermost(type).Namespace);
        return name.StartsWith(_room + ".", StringComparison.Ordinal) ? name[(_room.Length + 1)..].Split('.')[0] : null;
    }

    private string NameOf(TypeDefinition type) => _metadata.GetString(Outermost(type).Name);

    private TypeDefinition Outermost(TypeDefinition type)
    {
        while (!type.GetDeclaringType().IsNil)
        {
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return type;
    }

    /// <summary>Collects the types of the same assembly that signatures and tokens name.</summary>
    private sealed class UsedTypes(MetadataReader metadata) : ISignatureTypeProvider<bool, object?>
    {
        public HashSet<TypeDefinitionHandle> Definitions { get; } = [];

        public void Add(EntityHandle handle)
        {
            switch (handle.Kind)
            {
                case var _ when handle.IsNil:
                    break;
                case HandleKind.TypeDefinition:
                    Definitions.Add((TypeDefinitionHandle)handle);
                    break;
                case HandleKind.TypeSpecification:
                    metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                    break;
                case HandleKind.MethodDefinition:
                    Definitions.Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.FieldDefinition:
                    Definitions.Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.MemberReference:
                    Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                    break;
                case HandleKind.MethodSpecification:
                    var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(method.Method);
                    method.DecodeSignature(this, null);
                    break;
            }
        }

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Definitions.Add(handle);

        public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;

        public bool GetArrayType(bool elementType, ArrayShape shape) => false;

        public bool GetByReferenceType(bool elementType) => false;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

        public bool GetGenericMethodParameter(object? genericContext, int index) => false;

        public bool GetGenericTypeParameter(object? genericContext, int index) => false;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;

        public bool GetPinnedType(bool elementType) => false;

        public bool GetPointerType(bool elementType) => false;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

        public bool GetSZArrayType(bool elementType) => false;
    }
}
