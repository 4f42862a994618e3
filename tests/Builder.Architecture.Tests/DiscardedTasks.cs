using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Builder.Architecture.Tests;

/// <summary>Finds the places in an assembly where a task is let go, so that nobody would ever hear of its failure.</summary>
internal static class DiscardedTasks
{
    private static readonly HashSet<string> Tasks = ["Task", "Task`1", "ValueTask", "ValueTask`1"];

    /// <summary>The methods that throw a task away, or are "async void".</summary>
    public static IEnumerable<string> In(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var code = Il.Read(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader());
            for (var i = 0; i < code.Count; i++)
            {
                if (IsCall(code[i].Code) && ((i + 1 < code.Count && code[i + 1].Code == ILOpCode.Pop && Tasks.Contains(Returned(metadata, code[i].Token)))
                    || OwnerOf(metadata, code[i].Token) == "AsyncVoidMethodBuilder"))
                {
                    yield return Place(metadata, method);
                }
            }
        }
    }

    private static bool IsCall(ILOpCode code) => code is ILOpCode.Call or ILOpCode.Callvirt;

    private static string Returned(MetadataReader metadata, int token) => MetadataTokens.EntityHandle(token) switch
    {
        { Kind: HandleKind.MethodSpecification } generic =>
            Returned(metadata, MetadataTokens.GetToken(metadata.GetMethodSpecification((MethodSpecificationHandle)generic).Method)),
        { Kind: HandleKind.MethodDefinition } own => metadata.GetMethodDefinition((MethodDefinitionHandle)own).DecodeSignature(new TypeNames(), null).ReturnType,
        { Kind: HandleKind.MemberReference } other => metadata.GetMemberReference((MemberReferenceHandle)other).DecodeMethodSignature(new TypeNames(), null).ReturnType,
        _ => "",
    };

    private static string? OwnerOf(MetadataReader metadata, int token) =>
        MetadataTokens.EntityHandle(token) is { Kind: HandleKind.MemberReference } handle
        && metadata.GetMemberReference((MemberReferenceHandle)handle).Parent is { Kind: HandleKind.TypeReference } owner
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)owner).Name) : null;

    private static string Place(MetadataReader metadata, MethodDefinition method)
    {
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        var outer = type.GetDeclaringType() is { IsNil: false } around ? metadata.GetString(metadata.GetTypeDefinition(around).Name) + "/" : "";
        return $"{outer}{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)}";
    }

    /// <summary>Types by their short names; all that is no plain type has none.</summary>
    private sealed class TypeNames : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "";

        public string GetArrayType(string elementType, ArrayShape shape) => "";

        public string GetSZArrayType(string elementType) => "";

        public string GetByReferenceType(string elementType) => "";

        public string GetPointerType(string elementType) => "";

        public string GetPinnedType(string elementType) => "";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "";

        public string GetGenericMethodParameter(object? genericContext, int index) => "";

        public string GetGenericTypeParameter(object? genericContext, int index) => "";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "";
    }
}
