using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MeetingBot.Architecture;

/// <summary>
/// Which types a type uses, read from the assembly itself: those in its signatures and bases, and those whose
/// members the bodies of its methods call. What the compiler made of a type (closures, state machines) counts as it.
/// </summary>
internal sealed class TypeReferences
{
    private readonly MetadataReader _reader;
    private readonly PEReader _file;

    private TypeReferences(PEReader file) => (_file, _reader) = (file, file.GetMetadataReader());

    /// <summary>Pairs of namespaces-and-names, of types of this assembly and of those it references.</summary>
    public static IReadOnlyCollection<(TypeName From, TypeName To)> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return new TypeReferences(file).Read();
    }

    private HashSet<(TypeName, TypeName)> Read()
    {
        var found = new HashSet<(TypeName, TypeName)>();
        foreach (var handle in _reader.TypeDefinitions)
        {
            var type = _reader.GetTypeDefinition(handle);
            var from = Outermost(handle);
            foreach (var to in Used(type)) if (to != from) found.Add((from, to));
        }
        return found;
    }

    private HashSet<TypeName> Used(TypeDefinition type)
    {
        var names = new NameCollector(this);
        names.Add(type.BaseType);
        foreach (var handle in type.GetInterfaceImplementations()) names.Add(_reader.GetInterfaceImplementation(handle).Interface);
        foreach (var handle in type.GetFields()) _reader.GetFieldDefinition(handle).DecodeSignature(names, null);
        foreach (var handle in type.GetMethods())
        {
            var method = _reader.GetMethodDefinition(handle);
            method.DecodeSignature(names, null);
            if (method.RelativeVirtualAddress == 0) continue;
            var body = _file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil) _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
            foreach (var token in Instructions.Tokens(body.GetILBytes() ?? [])) names.Add(token);
        }
        return names.Found;
    }

    private TypeName Outermost(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = _reader.GetTypeDefinition(type.GetDeclaringType());
        return new TypeName(_reader.GetString(type.Namespace), _reader.GetString(type.Name));
    }

    private TypeName Outermost(TypeReferenceHandle handle)
    {
        var type = _reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind is HandleKind.TypeReference) type = _reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return new TypeName(_reader.GetString(type.Namespace), _reader.GetString(type.Name));
    }

    /// <summary>Collects the names of types while signatures are decoded; what it returns means nothing.</summary>
    private sealed class NameCollector(TypeReferences types) : ISignatureTypeProvider<int, object?>
    {
        public HashSet<TypeName> Found { get; } = [];

        public void Add(EntityHandle handle)
        {
            var reader = types._reader;
            if (handle.IsNil) return;
            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition: Found.Add(types.Outermost((TypeDefinitionHandle)handle)); break;
                case HandleKind.TypeReference: Found.Add(types.Outermost((TypeReferenceHandle)handle)); break;
                case HandleKind.TypeSpecification: reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null); break;
                case HandleKind.MemberReference: Add(reader.GetMemberReference((MemberReferenceHandle)handle).Parent); break;
                case HandleKind.MethodDefinition: Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()); break;
                case HandleKind.FieldDefinition: Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()); break;
                case HandleKind.MethodSpecification:
                    var method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(method.Method);
                    method.DecodeSignature(this, null);
                    break;
            }
        }

        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Note(handle);

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Note(handle);

        public int GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Note(handle);

        public int GetSZArrayType(int elementType) => 0;

        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, System.Collections.Immutable.ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? genericContext, int index) => 0;

        public int GetGenericTypeParameter(object? genericContext, int index) => 0;

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

        public int GetPinnedType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

        private int Note(EntityHandle handle)
        {
            Add(handle);
            return 0;
        }
    }
}

/// <summary>A type by its namespace and its own name; nested types count as the one around them.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
